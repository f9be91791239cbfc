import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { fetchInquiries, type Inquiry } from '../api-inquiries.ts'

const POLL_MS = 15_000

/** Others answer, and a load closes and opens: the list is read again and again. */
export const inquiriesQuery = queryOptions({
  queryKey: ['inquiries'],
  queryFn: ({ signal }) => fetchInquiries(signal),
  refetchInterval: POLL_MS,
  refetchOnWindowFocus: 'always',
})

/** Sends something, and reads the list anew whether it was taken or refused. */
export function useSend<Given>(work: (given: Given) => Promise<Inquiry>, done: () => void) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: work,
    onSuccess: done,
    onSettled: () => client.invalidateQueries({ queryKey: inquiriesQuery.queryKey }),
  })
}
