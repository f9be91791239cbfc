import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Tile } from '../../../web/api-map.ts'
import { isArrow, walkTiles, type Arrow } from '../../../web/tile-map/tile-walk.ts'

const tiles: Tile[] = readFileSync('data/reference/tile_grid.csv', 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.trim().split(','))
  .map(([code = '', short = '', col, row, dashed]) => ({
    code,
    short,
    col: Number(col),
    row: Number(row),
    dashed: dashed === 'yes',
  }))
  .filter((tile) => !tile.dashed)

const arrows: Arrow[] = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown']

function reachable(from: Tile): Set<string> {
  const seen = new Set([from.code])
  const open = [from]
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    for (const arrow of arrows) {
      const next = walkTiles(tiles, at, arrow)
      if (seen.has(next.code)) continue
      seen.add(next.code)
      open.push(next)
    }
  }
  return seen
}

describe('walking the map by arrow keys', () => {
  it('reaches all 32 units from each of them', () => {
    expect(tiles).toHaveLength(32)
    for (const tile of tiles) expect(reachable(tile).size, tile.short).toBe(32)
  })

  it('goes to the neighbour in that direction and stays at the edge', () => {
    const at = (short: string) => tiles.find((tile) => tile.short === short)!
    expect(walkTiles(tiles, at('北京'), 'ArrowDown').short).toBe('天津')
    expect(walkTiles(tiles, at('广东'), 'ArrowLeft').short).toBe('广西')
    expect(walkTiles(tiles, at('黑龙江'), 'ArrowUp').short).toBe('黑龙江')
  })

  it('knows the four arrows alone', () => {
    expect(arrows.every(isArrow)).toBe(true)
    expect(isArrow('Enter')).toBe(false)
  })
})
