import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  hiddenCells,
  SMALL,
  totalIsSafe,
  type Cell,
} from '../../../server/publicity/suppression.ts'

/** All that the hidden counts could be, found by trying: they are 1 or more and make up the rest. */
function possible(rest: number, cells: number): number[][] {
  if (cells === 1) return rest >= 1 ? [[rest]] : []
  const firsts = Array.from({ length: Math.max(0, rest - cells + 1) }, (_, at) => at + 1)
  return firsts.flatMap((first) =>
    possible(rest - first, cells - 1).map((others) => [first, ...others]),
  )
}

function cellsOf(counts: number[]): Cell[] {
  return counts.map((count, at) => ({ code: String(at), count }))
}

test('no hidden count can be got from the total and the others, nor narrowed to fewer than five values', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 5 }),
      (counts) => {
        const cells = cellsOf(counts)
        const hidden = hiddenCells(cells)
        for (const { code, count } of cells)
          if (count !== null && count > 0 && count < SMALL) expect(hidden.has(code)).toBe(true)
        if (hidden.size === 0 || !totalIsSafe(cells, hidden)) return
        const rest = cells.reduce(
          (sum, { code, count }) => sum + (hidden.has(code) ? (count ?? 0) : 0),
          0,
        )
        const worlds = possible(rest, hidden.size)
        for (let at = 0; at < hidden.size; at += 1)
          expect(new Set(worlds.map((world) => world[at])).size).toBeGreaterThanOrEqual(SMALL)
      },
    ),
    { numRuns: 300 },
  )
})

test.each([
  [
    [3, 40, 7],
    ['0', '2'],
  ],
  [[0, 12, 30], []],
  [
    [4, 4, 50],
    ['0', '1'],
  ],
  [
    [1, 1, 50, 60],
    ['0', '1', '2'],
  ],
])('of %j these are hidden: %j', (counts, codes) => {
  expect([...hiddenCells(cellsOf(counts))].sort()).toEqual(codes)
})

test('where everything is hidden and little, nothing stands by region', () => {
  const cells = cellsOf([2, 3])
  expect(totalIsSafe(cells, hiddenCells(cells))).toBe(false)
})
