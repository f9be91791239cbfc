import { useEffect, useRef } from 'react'
import { useLocation } from 'react-router'

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
    shown.current = name
    heading.current?.focus()
  }, [name])
  return heading
}
