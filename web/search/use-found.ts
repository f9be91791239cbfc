import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query'
import { useDeferredValue } from 'react'
import { fetchFound, type Found } from '../api-search.ts'
import { useView } from '../view.ts'

/** What fits what was typed, on the day that is looked at; nothing is asked while nothing is typed. */
export function useFound(typed: string): UseQueryResult<Found> {
  const { asOf } = useView()
  const q = useDeferredValue(typed.trim())
  return useQuery({
    queryKey: ['search', q, asOf],
    queryFn: ({ signal }) => fetchFound({ q, asOf }, signal),
    enabled: q !== '',
    placeholderData: keepPreviousData,
  })
}
