import { useCallback, useEffect, useRef, useState, type ReactNode } from 'react'
import { AnnounceContext } from './announce.ts'
import { whenQuiet } from './when-quiet.ts'

/** The one polite live region of the pages; the same words twice are still two announcements. */
export function Announcer({ children }: { children: ReactNode }) {
  const [said, setSaid] = useState({ words: '', turn: 0 })
  const giveUp = useRef<(() => void) | null>(null)
  const announce = useCallback((words: string) => {
    giveUp.current?.()
    giveUp.current = whenQuiet(() => setSaid(({ turn }) => ({ words, turn: turn + 1 })))
  }, [])
  useEffect(() => () => giveUp.current?.(), [])
  return (
    <AnnounceContext value={announce}>
      {children}
      <div className="visually-hidden" role="status" aria-live="polite">
        <p key={said.turn}>{said.words}</p>
      </div>
    </AnnounceContext>
  )
}
