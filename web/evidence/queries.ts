import { queryOptions } from '@tanstack/react-query'
import type { SeriesQuestion } from '../api.ts'
import { fetchEvidence, fetchLedger } from '../api-evidence.ts'

export function evidenceQuery(ask: SeriesQuestion) {
  return queryOptions({
    queryKey: ['evidence', ask] as const,
    queryFn: ({ signal }) => fetchEvidence(ask, signal),
    staleTime: Infinity,
  })
}

export function ledgerQuery(ask: SeriesQuestion) {
  return queryOptions({
    queryKey: ['ledger', ask] as const,
    queryFn: ({ signal }) => fetchLedger(ask, signal),
    staleTime: Infinity,
  })
}
