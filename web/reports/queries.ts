import { queryOptions } from '@tanstack/react-query'
import {
  fetchArchive,
  fetchDifferences,
  fetchOwnArchive,
  fetchReport,
  fetchReports,
} from '../api-reports.ts'

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

export function differencesQuery(id: string, current: string) {
  return queryOptions({
    queryKey: ['report-differences', id, current],
    queryFn: ({ signal }) => fetchDifferences(id, signal),
  })
}

export const ownArchiveQuery = queryOptions({
  queryKey: ['report-archive'],
  queryFn: ({ signal }) => fetchOwnArchive(signal),
})

export function archiveQuery(id: string) {
  return queryOptions({
    queryKey: ['report-archive', id],
    queryFn: ({ signal }) => fetchArchive(id, signal),
    refetchInterval: ({ state }) => (state.data?.ready ? false : LOOK_EVERY_MS),
  })
}
