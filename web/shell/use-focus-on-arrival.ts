import { useEffect, useRef } from 'react'
import { useLocation } from 'react-router'

/**
 * The heading that takes the focus when what it names was come to from within: not when the page is
 * opened anew, nor when only what is shown below it is chosen otherwise.
 */
export function useFocusOnArrival(name: string) {
  const heading = useRef<HTMLHeadingElement>(null)
  const opened = useLocation().key === 'default'
  const shown = useRef(opened ? name : null)
  useEffect(() => {
    if (shown.current === name) return
    shown.current = name
    heading.current?.focus()
  }, [name])
  return heading
}
