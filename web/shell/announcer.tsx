import { useCallback, useState, type ReactNode } from 'react'
import { AnnounceContext } from './announce.ts'

/** The one polite live region of the pages; the same words twice are still two announcements. */
export function Announcer({ children }: { children: ReactNode }) {
  const [said, setSaid] = useState({ words: '', turn: 0 })
  const announce = useCallback(
    (words: string) => setSaid((before) => ({ words, turn: before.turn + 1 })),
    [],
  )
  return (
    <AnnounceContext value={announce}>
      {children}
      <div className="visually-hidden" role="status" aria-live="polite">
        <p key={said.turn}>{said.words}</p>
      </div>
    </AnnounceContext>
  )
}
