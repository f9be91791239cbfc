import { useSearchParams } from 'react-router'

/** What the address bar says: a unit's quarter, or null where none is chosen. */
export interface Place {
  unit: string | null
  quarter: string | null
}

export function usePlace(): Place {
  const [search] = useSearchParams()
  return { unit: search.get('unit'), quarter: search.get('quarter') }
}

export function placeAddress(unit: string, quarter: string): string {
  return `/submissions?${new URLSearchParams({ unit, quarter }).toString()}`
}
