import { useEffect, useRef, type RefObject } from 'react'
import { useLocation } from 'react-router'

/** A screen reader needs so long for a new page: a list that comes with it would take the focus after. */
const BROUGHT_MS = 250

/** The focus goes there once it is there to be seen, unless somebody has moved it meanwhile. */
function focusWhenBrought(heading: RefObject<HTMLElement | null>, done: () => void): () => void {
  const before = document.activeElement
  const timer = window.setInterval(() => {
    const now = document.activeElement
    const isMoved = now !== before && now !== document.body
    if (!isMoved) heading.current?.focus()
    if (!isMoved && document.activeElement !== heading.current) return
    window.clearInterval(timer)
    done()
  }, BROUGHT_MS)
  return () => window.clearInterval(timer)
}

/**
 * The heading that takes the focus when what it names was come to from within: not when the page is
 * opened anew, nor when only what is shown below it is chosen otherwise. `arrived`: come to although
 * the page was opened anew, as by a sign-in.
 */
export function useFocusOnArrival(name: string, arrived = false) {
  const heading = useRef<HTMLHeadingElement>(null)
  const opened = useLocation().key === 'default'
  const shown = useRef(opened && !arrived ? name : null)
  useEffect(() => {
    if (shown.current === name) return
    return focusWhenBrought(heading, () => {
      shown.current = name
    })
  }, [name])
  return heading
}
