import type { Tile } from '../api-map.ts'

export type Arrow = 'ArrowLeft' | 'ArrowRight' | 'ArrowUp' | 'ArrowDown'

const STEP: Record<Arrow, [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}

export function isArrow(key: string): key is Arrow {
  return key in STEP
}

/** How far a tile lies in a direction: straight steps count once, sideways steps three times. */
function distance(from: Tile, to: Tile, [dx, dy]: [number, number]): number {
  const [x, y] = [to.col - from.col, to.row - from.row]
  const along = x * dx + y * dy
  const aside = Math.abs(x * dy) + Math.abs(y * dx)
  return along > 0 ? along + 3 * aside : Infinity
}

/** The nearest tile in that direction, or the same one at the edge. */
export function walkTiles(tiles: Tile[], from: Tile, arrow: Arrow): Tile {
  let [nearest, least] = [from, Infinity]
  for (const tile of tiles) {
    const far = distance(from, tile, STEP[arrow])
    if (far < least) [nearest, least] = [tile, far]
  }
  return nearest
}
