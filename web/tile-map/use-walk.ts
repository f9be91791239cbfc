import { useRef, useState, type KeyboardEvent } from 'react'
import type { Tile } from '../api-map.ts'
import { isArrow, walkTiles } from './tile-walk.ts'

/** One tab stop, at `start` first and whenever that changes; arrows walk to the neighbour in that direction, Enter opens it. */
export function useWalk<Grid extends Element>(tiles: Tile[], start: string) {
  const grid = useRef<Grid>(null)
  const [at, setAt] = useState(start)
  const [began, setBegan] = useState(start)
  if (began !== start) {
    setBegan(start)
    setAt(start)
  }
  const current = tiles.find((tile) => tile.code === at) ?? tiles[0]
  const onKeyDown = (event: KeyboardEvent) => {
    if (!isArrow(event.key) || current === undefined) return
    event.preventDefault()
    const next = walkTiles(tiles, current, event.key)
    setAt(next.code)
    grid.current?.querySelector<HTMLElement | SVGElement>(`[data-code="${next.code}"]`)?.focus()
  }
  return { grid, current, onKeyDown, setAt }
}
