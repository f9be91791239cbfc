import { useEffect, useRef } from 'react'
import { isBeside } from './beside.ts'

/** Where the details lie under the list, choosing a line goes down to them, and `back` to the line. */
export function useShowOnChoice(code: string) {
  const heading = useRef<HTMLHeadingElement>(null)
  const shown = useRef(code)
  useEffect(() => {
    if (shown.current === code) return
    shown.current = code
    if (isBeside()) return
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
