import { createContext, useContext } from 'react'

type Announce = (words: string) => void

export const AnnounceContext = createContext<Announce>(() => undefined)

/** Says words politely to a screen reader, once; the latest replaces what was not yet said. */
export function useAnnounce(): Announce {
  return useContext(AnnounceContext)
}
