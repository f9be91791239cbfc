import { queryOptions } from '@tanstack/react-query'
import { fetchArchive, fetchDifferences, fetchReport, fetchReports } from '../api-reports.ts'

const LOOK_EVERY_MS = 1000

export const reportsQuery = queryOptions({
  queryKey: ['reports'],
  queryFn: ({ signal }) => fetchReports(signal),
})

export function reportQuery(id: string) {
  return queryOptions({
    queryKey: ['report', id],
    queryFn: ({ signal }) => fetchReport(id, signal),
  })
}

export function differencesQuery(id: string) {
  return queryOptions({
    queryKey: ['report-differences', id],
    queryFn: ({ signal }) => fetchDifferences(id, signal),
  })
}

export function archiveQuery(id: string) {
  return queryOptions({
    queryKey: ['report-archive', id],
    queryFn: ({ signal }) => fetchArchive(id, signal),
    refetchInterval: ({ state }) => (state.data?.ready ? false : LOOK_EVERY_MS),
  })
}
