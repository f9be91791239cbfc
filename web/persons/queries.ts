import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { ApiError } from '../api.ts'
import { fetchMetrics, type MetricsRow } from '../api-metrics.ts'
import type { Place } from '../region/place.ts'
import { askOf } from './ask.ts'
import type { Attribute, Picked } from './chosen.ts'

/** What was counted, with what was asked: the answer to an earlier question is never read as a later one's. */
export interface PersonsFound {
  picked: Picked[]
  by: Attribute
  rows: MetricsRow[]
  /** All those picked in one row; none where they are nobody, null where they are hidden. */
  whole: MetricsRow[] | null
}

export function isHidden(error: unknown): boolean {
  return error instanceof ApiError && error.code === 'suppressed'
}

/** Those picked, told apart by an attribute; while others are read, the former stay on the page. */
export function personsQuery(place: Place, picked: Picked[], by: Attribute) {
  const snapshot = place.snapshot.id
  const parts = { query: askOf(place, picked, by), snapshot }
  const all = { query: askOf(place, picked, null), snapshot }
  return queryOptions({
    queryKey: ['persons', parts],
    queryFn: async ({ signal }): Promise<PersonsFound> => {
      const [rows, whole] = await Promise.all([
        fetchMetrics(parts, signal),
        fetchMetrics(all, signal).catch((error: unknown) => {
          if (isHidden(error)) return null
          throw error
        }),
      ])
      return { picked, by, rows, whole }
    },
    staleTime: Infinity,
    placeholderData: keepPreviousData,
  })
}
