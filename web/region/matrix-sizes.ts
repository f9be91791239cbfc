import { useEffect, useState, type RefObject } from 'react'

/** Sizes of the matrix in rem, as matrix.css has them: they grow with the text. */
export const SIZES = { row: 2, name: 8.5 }

/** Of the heads and cells: a name takes four lines in Chinese, up to twelve in English; “不适用” is shorter than “Not applicable”. */
export function languageSizes(language: string): { head: number; cell: number } {
  return language.startsWith('zh') ? { head: 4.75, cell: 6.5 } : { head: 12, cell: 9.5 }
}

/** How many pixels a rem is, also when the text is made larger; `probe` is one rem wide. */
export function useRem(probe: RefObject<HTMLElement | null>): number {
  const [pixels, setPixels] = useState(16)
  useEffect(() => {
    if (probe.current === null) return
    const watch = new ResizeObserver(([seen]) => setPixels(seen?.contentRect.width || 16))
    watch.observe(probe.current)
    return () => watch.disconnect()
  }, [probe])
  return pixels
}
