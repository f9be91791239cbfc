import { useEffect } from 'react'

/** A field of several lines that is reached is scrolled into view whole: browsers show the line of its caret alone. */
export function useWholeFields(): void {
  useEffect(() => {
    const show = ({ target }: FocusEvent) => {
      if (target instanceof HTMLTextAreaElement) target.scrollIntoView({ block: 'nearest' })
    }
    document.addEventListener('focusin', show)
    return () => document.removeEventListener('focusin', show)
  }, [])
}
