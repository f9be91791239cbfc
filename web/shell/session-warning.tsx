import { lazy, Suspense, useEffect, useState } from 'react'
import { useSession } from './session.ts'
import { WARNED_MS } from './session-warned.ts'

const SessionDialog = lazy(() =>
  import('./session-dialog.tsx').then((at) => ({ default: at.SessionDialog })),
)

/** Minutes until the session ends, from five before on; null earlier. */
function useMinutesLeft(endsAt: number): number | null {
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    const wait = Math.max(0, endsAt - WARNED_MS - Date.now())
    const timer = setTimeout(() => setNow(Date.now()), wait)
    return () => clearTimeout(timer)
  }, [endsAt])
  const left = endsAt - now
  return left > WARNED_MS ? null : Math.max(1, Math.floor(left / 60_000))
}

/** Says five minutes ahead that the session ends; what it takes is loaded only then, and stays. */
export function SessionWarning() {
  const { endsAt } = useSession()
  const minutes = useMinutesLeft(endsAt)
  const [isNeeded, need] = useState(false)
  if (minutes !== null && !isNeeded) need(true)
  if (!isNeeded) return null
  return (
    <Suspense fallback={null}>
      <SessionDialog minutes={minutes} />
    </Suspense>
  )
}
