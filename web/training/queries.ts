import { queryOptions } from '@tanstack/react-query'
import type { PlaceQuestion } from '../api-region.ts'
import { fetchCohorts, fetchReview } from '../api-training.ts'

export function cohortsQuery(ask: PlaceQuestion) {
  return queryOptions({
    queryKey: ['cohorts', ask] as const,
    queryFn: ({ signal }) => fetchCohorts(ask, signal),
    staleTime: Infinity,
  })
}

export function reviewQuery(ask: PlaceQuestion) {
  return queryOptions({
    queryKey: ['institution-review', ask] as const,
    queryFn: ({ signal }) => fetchReview(ask, signal),
    staleTime: Infinity,
  })
}
