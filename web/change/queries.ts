import { queryOptions } from '@tanstack/react-query'
import { fetchBridge, type BridgeQuestion } from '../api-bridge.ts'

export function bridgeQuery(ask: BridgeQuestion) {
  return queryOptions({
    queryKey: ['bridge', ask] as const,
    queryFn: ({ signal }) => fetchBridge(ask, signal),
    staleTime: Infinity,
  })
}
