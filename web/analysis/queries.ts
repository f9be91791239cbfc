import { queryOptions } from '@tanstack/react-query'
import { fetchViews } from '../api-metrics.ts'

export function viewsQuery(snapshot: string) {
  return queryOptions({
    queryKey: ['views', snapshot] as const,
    queryFn: ({ signal }) => fetchViews(snapshot, signal),
    staleTime: Infinity,
  })
}
