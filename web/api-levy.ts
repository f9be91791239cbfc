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
