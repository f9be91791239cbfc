import { useEffect, useState, type RefObject } from 'react'

/** Sizes of the matrix in rem, as matrix.css has them: they grow with the text. */
export const SIZES = { row: 2, name: 8.5, cell: 6.5 }

/** Of the heads: a name takes four lines in Chinese, up to twelve in English. */
export function headSize(language: string): number {
  return language.startsWith('zh') ? 4.75 : 12
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
