import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import {
  fetchQuarantine,
  fetchSubmission,
  fetchSubmissions,
  type QuarantineQuestion,
  type SubmissionQuestion,
} from '../api-submissions.ts'

export function calendarQuery(snapshot: string) {
  return queryOptions({
    queryKey: ['submissions', snapshot],
    queryFn: ({ signal }) => fetchSubmissions(snapshot, signal),
    staleTime: Infinity,
    placeholderData: keepPreviousData,
  })
}

/** While newer data are read, those of the same unit and quarter stay on the page. */
export function submissionQuery(ask: SubmissionQuestion) {
  return queryOptions({
    queryKey: ['submission', ask] as const,
    queryFn: ({ signal }) => fetchSubmission(ask, signal),
    staleTime: Infinity,
    placeholderData: (before) =>
      before?.unit === ask.unit && before.quarter === ask.quarter ? before : undefined,
  })
}

export function quarantineQuery(ask: QuarantineQuestion) {
  return queryOptions({
    queryKey: ['quarantine', ask] as const,
    queryFn: ({ signal }) => fetchQuarantine(ask, signal),
    staleTime: Infinity,
    placeholderData: (before, query) => {
      const asked = query?.queryKey[1]
      return asked?.unit === ask.unit && asked.quarter === ask.quarter ? before : undefined
    },
  })
}
