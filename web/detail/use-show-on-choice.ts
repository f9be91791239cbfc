import { useEffect, useRef } from 'react'

/** As wide as in overview.css: from here on the details stand beside the list. */
const BESIDE = '(min-width: 60em)'

/** Where the details lie under the list, choosing a line goes down to them, and `back` to the line. */
export function useShowOnChoice(code: string) {
  const heading = useRef<HTMLHeadingElement>(null)
  const shown = useRef(code)
  useEffect(() => {
    if (shown.current === code) return
    shown.current = code
    if (window.matchMedia(BESIDE).matches) return
    heading.current?.focus({ preventScroll: true })
    heading.current?.closest('section')?.scrollIntoView({ block: 'start' })
  }, [code])
  const back = () => {
    const line = document.getElementById(`row-${code}`)
    line?.focus({ preventScroll: true })
    line?.scrollIntoView({ block: 'center' })
  }
  return { heading, back }
}
