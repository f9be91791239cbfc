import * as z from 'zod/mini'
import { get, query, type SeriesQuestion } from './api.ts'

/** The part of the HTTP interface that is about the last quarters of every indicator of a region. */

const row = z.object({
  indicator: z.string(),
  points: z.array(z.object({ day: z.string(), actual: z.nullable(z.number()) })),
})

export type RecentRow = z.infer<typeof row>
export type RecentQuestion = Omit<SeriesQuestion, 'indicator'>

export async function fetchRecent(ask: RecentQuestion, signal?: AbortSignal): Promise<RecentRow[]> {
  const shape = z.object({ rows: z.array(row) })
  return (await get(shape, `/api/recent-quarters?${query({ ...ask })}`, signal)).rows
}
