import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import {
  ApiError,
  fetchCatalogue,
  fetchProgress,
  fetchRegion,
  fetchSeries,
  fetchSession,
  fetchSnapshots,
  type ProgressQuestion,
  type RegionQuestion,
  type SeriesQuestion,
  type Session,
} from './api.ts'
import { fetchMap } from './api-map.ts'
import { fetchMetrics } from './api-metrics.ts'
import { fetchRecent, type RecentQuestion } from './api-recent.ts'

/** Each query's key stands beside its function; published data never change, so they never age. */

const POLL_MS = 10_000

export interface SessionState {
  session: Session | null
  expired: boolean
  /** Signed in on this page: the focus moves on to what has come in place of the form. */
  fresh: boolean
}

export const sessionKey = ['session'] as const

export const sessionQuery = queryOptions({
  queryKey: sessionKey,
  queryFn: async ({ signal }): Promise<SessionState> => {
    try {
      return { session: await fetchSession(signal), expired: false, fresh: false }
    } catch (error) {
      if (error instanceof ApiError && error.status === 401)
        return { session: null, expired: false, fresh: false }
      throw error
    }
  },
  staleTime: Infinity,
})

export const snapshotsQuery = queryOptions({
  queryKey: ['snapshots'],
  queryFn: ({ signal }) => fetchSnapshots(signal),
  staleTime: POLL_MS,
  refetchInterval: POLL_MS,
  refetchOnWindowFocus: 'always',
})

export const mapQuery = queryOptions({
  queryKey: ['map'],
  queryFn: ({ signal }) => fetchMap(signal),
  staleTime: Infinity,
})

export const tilesQuery = queryOptions({ ...mapQuery, select: ({ tiles }) => tiles })

export function catalogueQuery(snapshot: string) {
  return queryOptions({
    queryKey: ['catalogue', snapshot],
    queryFn: ({ signal }) => fetchCatalogue(snapshot, signal),
    staleTime: Infinity,
    placeholderData: keepPreviousData,
  })
}

export function regionQuery(ask: RegionQuestion) {
  return queryOptions({
    queryKey: ['region', ask],
    queryFn: ({ signal }) => fetchRegion(ask, signal),
    staleTime: Infinity,
    placeholderData: keepPreviousData,
  })
}

/** While newer data or another day are read, the figures of the same place stay on the page. */
export function progressQuery(ask: ProgressQuestion) {
  return queryOptions({
    queryKey: ['progress', ask] as const,
    queryFn: ({ signal }) => fetchProgress(ask, signal),
    staleTime: Infinity,
    placeholderData: (before, query) => {
      const asked = query?.queryKey[1]
      const same =
        asked?.plan === ask.plan && asked.region === ask.region && asked.level === ask.level
      return same ? before : undefined
    },
  })
}

export function seriesQuery(ask: SeriesQuestion) {
  return queryOptions({
    queryKey: ['series', ask] as const,
    queryFn: ({ signal }) => fetchSeries(ask, signal),
    staleTime: Infinity,
    placeholderData: (before, query) => {
      const asked = query?.queryKey[1]
      const same = asked?.indicator === ask.indicator && asked.region === ask.region
      return same ? before : undefined
    },
  })
}

export function metricsQuery(ask: { query: object; snapshot: string }) {
  return queryOptions({
    queryKey: ['metrics', ask] as const,
    queryFn: ({ signal }) => fetchMetrics(ask, signal),
    staleTime: Infinity,
  })
}

export function recentQuery(ask: RecentQuestion) {
  return queryOptions({
    queryKey: ['recent', ask] as const,
    queryFn: ({ signal }) => fetchRecent(ask, signal),
    staleTime: Infinity,
  })
}
