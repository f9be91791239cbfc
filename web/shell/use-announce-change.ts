import { useEffect, useRef } from 'react'
import { useAnnounce } from './announce.ts'

/** Says the words when they become others than they were; what stands there at first, and null, is not said. */
export function useAnnounceChange(words: string | null): void {
  const announce = useAnnounce()
  const seen = useRef<string | null>(null)
  useEffect(() => {
    if (words === null) return
    if (seen.current !== null && seen.current !== words) announce(words)
    seen.current = words
  }, [words, announce])
}
