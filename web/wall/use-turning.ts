import { useEffect, useState } from 'react'
import { useSearchParams } from 'react-router'

const SECONDS = 15
const QUICKEST = 2

/** How long a page stands: as the address says, in seconds. */
function useSeconds(): number {
  const [search] = useSearchParams()
  const asked = Number(search.get('seconds') ?? SECONDS)
  return Number.isFinite(asked) ? Math.max(asked, QUICKEST) : SECONDS
}

/** Who asked for less motion turns the pages alone. */
function isStillWanted(): boolean {
  return window.matchMedia('(prefers-reduced-motion: reduce)').matches
}

const STEPS: Record<string, number> = { ArrowRight: 1, PageDown: 1, ArrowLeft: -1, PageUp: -1 }

/** Enter and Space on a button or link are that one's own. */
function isPress({ key, target }: KeyboardEvent): boolean {
  const isOn = target instanceof Element && target.closest('button, a') !== null
  return isOn && (key === 'Enter' || key === ' ')
}

/** Which of so many pages stands there; they turn until a key is pressed or somebody pauses them. */
export function useTurning(count: number) {
  const seconds = useSeconds()
  const [at, setAt] = useState(0)
  const [isTurning, setTurning] = useState(() => !isStillWanted())
  useEffect(() => {
    if (!isTurning) return
    const timer = setInterval(() => setAt((now) => (now + 1) % count), seconds * 1000)
    return () => clearInterval(timer)
  }, [isTurning, seconds, count])
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (isPress(event)) return
      setTurning(false)
      const by = STEPS[event.key]
      if (by !== undefined) setAt((now) => (now + by + count) % count)
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [count])
  const step = (by: number) => {
    setTurning(false)
    setAt((now) => (now + by + count) % count)
  }
  return { at: Math.min(at, count - 1), isTurning, turn: () => setTurning(!isTurning), step }
}
