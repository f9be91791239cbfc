import * as z from 'zod/mini'
import { get, query, type ProgressQuestion } from './api.ts'

/** The part of the HTTP interface that the page of the levy asks. */

const number = z.nullable(z.number())
const reason = z.nullable(z.enum(['no_data', 'no_permission', 'suppressed', 'not_applicable']))

const chainRow = z.object({
  region: z.string(),
  regionName: z.string(),
  income: number,
  spending: number,
  directSpending: number,
  persons: number,
  spendingRate: number,
  costPerJob: number,
  directCostPerJob: number,
  mismatch: z.nullable(z.enum(['money_without_people', 'people_without_money'])),
  reasons: z.object({ money: reason, persons: reason }),
  items: z.array(z.object({ item: z.string(), amount: z.number() })),
})

const chain = z.object({ rows: z.array(chainRow) })

export type ChainRow = z.infer<typeof chainRow>

export function fetchChain(ask: ProgressQuestion, signal?: AbortSignal): Promise<ChainRow[]> {
  return get(chain, `/api/levy-chain?${query({ ...ask })}`, signal).then(({ rows }) => rows)
}

const loaded = z.object({
  data: z.array(z.record(z.string(), z.nullable(z.union([z.string(), z.number(), z.boolean()])))),
})

export type MetricsRow = z.infer<typeof loaded>['data'][number]

/** Cube's own answer, under the session's policies; its rows are keyed by view and member. */
export function fetchMetrics(
  ask: { query: object; snapshot: string },
  signal?: AbortSignal,
): Promise<MetricsRow[]> {
  const parts = query({ query: JSON.stringify(ask.query), snapshot: ask.snapshot })
  return get(loaded, `/cubejs-api/v1/load?${parts}`, signal).then(({ data }) => data)
}
