import { queryOptions } from '@tanstack/react-query'
import type { ProgressQuestion } from '../api.ts'
import { fetchChain } from '../api-levy.ts'

export function chainQuery(ask: ProgressQuestion) {
  return queryOptions({
    queryKey: ['levy-chain', ask] as const,
    queryFn: ({ signal }) => fetchChain(ask, signal),
    staleTime: Infinity,
  })
}
