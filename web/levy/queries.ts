import { queryOptions } from '@tanstack/react-query'
import type { ProgressQuestion } from '../api.ts'
import { fetchChain, fetchMetrics } from '../api-levy.ts'

export function chainQuery(ask: ProgressQuestion) {
  return queryOptions({
    queryKey: ['levy-chain', ask] as const,
    queryFn: ({ signal }) => fetchChain(ask, signal),
    staleTime: Infinity,
  })
}

export function metricsQuery(ask: { query: object; snapshot: string }) {
  return queryOptions({
    queryKey: ['metrics', ask] as const,
    queryFn: ({ signal }) => fetchMetrics(ask, signal),
    staleTime: Infinity,
  })
}
