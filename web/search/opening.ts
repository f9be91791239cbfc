import { createContext, useContext } from 'react'

/** Opens the search; null for those who read no figures. */
export const SearchContext = createContext<(() => void) | null>(null)

export function useOpenSearch(): (() => void) | null {
  return useContext(SearchContext)
}
