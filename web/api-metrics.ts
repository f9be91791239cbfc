import * as z from 'zod/mini'
import { get, query } from './api.ts'

/** The part of the HTTP interface that is Cube's own: what may be asked, and the asking. */

const member = z.object({
  name: z.string(),
  shortTitle: z.string(),
  description: z.optional(z.string()),
  /** A ratio is told by `percent`. */
  format: z.optional(z.nullable(z.unknown())),
  meta: z.optional(z.object({ en: z.optional(z.string()), unit: z.optional(z.string()) })),
})

const view = z.object({
  name: z.string(),
  title: z.string(),
  description: z.optional(z.string()),
  meta: z.optional(z.object({ en: z.optional(z.string()) })),
  measures: z.array(member),
  dimensions: z.array(member),
})

export type Member = z.infer<typeof member>
export type MetricsView = z.infer<typeof view>

/** The views that the account may ask, with their measures and dimensions. */
export async function fetchViews(published: string, signal?: AbortSignal): Promise<MetricsView[]> {
  const shape = z.object({ cubes: z.array(view) })
  const path = `/cubejs-api/v1/meta?${query({ snapshot: published })}`
  return (await get(shape, path, signal)).cubes
}

const loaded = z.object({
  data: z.array(z.record(z.string(), z.nullable(z.union([z.string(), z.number(), z.boolean()])))),
  suppressed: z.optional(z.array(z.number())),
})

/** The key of a row whose counts are hidden because they are small. */
export const SUPPRESSED = 'suppressed'

export type MetricsRow = z.infer<typeof loaded>['data'][number]

/** Cube's own answer, under the session's policies; its rows are keyed by view and member, a hidden one has SUPPRESSED. */
export async function fetchMetrics(
  ask: { query: object; snapshot: string },
  signal?: AbortSignal,
): Promise<MetricsRow[]> {
  const parts = query({ query: JSON.stringify(ask.query), snapshot: ask.snapshot })
  const { data, suppressed = [] } = await get(loaded, `/cubejs-api/v1/load?${parts}`, signal)
  const hidden = new Set(suppressed)
  return data.map((row, at) => (hidden.has(at) ? { ...row, [SUPPRESSED]: true } : row))
}
