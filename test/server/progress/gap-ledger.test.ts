import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  chosenGaps,
  gapLines,
  gapTotals,
  rankedGaps,
  type GapNode,
} from '../../../server/progress/gap-ledger.ts'
import type { Level } from '../../../server/progress/plan.ts'

const levels: Level[] = ['nation', 'province', 'prefecture', 'county']

function node(
  region: string,
  level: number,
  due: number | null,
  reached: number | null,
  children: GapNode[] = [],
): GapNode {
  return {
    region,
    regionName: region,
    regionLevel: levels[level] ?? 'county',
    due,
    reached,
    children,
  }
}

const seen = (top: GapNode, level: Level) =>
  gapLines(top, level).map(({ kind, region, gap }) => [kind, region, gap])

test('the worked example: 300 short, of which A 100, B 100, and 100 that nobody was given', () => {
  const top = node('000000', 0, 1000, 700, [node('A', 1, 600, 500), node('B', 1, 300, 200)])
  expect(seen(top, 'province')).toEqual([
    ['region', 'A', -100],
    ['region', 'B', -100],
    ['unassigned', '000000', -100],
  ])
  expect(gapTotals(gapLines(top, 'province'))).toMatchObject({ gap: -300, gross: 300, surplus: 0 })
})

test('what a stricter own target adds and an over-achiever has too much offset, line by line', () => {
  const top = node('000000', 0, 1000, 950, [node('A', 1, 700, 550), node('B', 1, 350, 400)])
  const lines = gapLines(top, 'province')
  expect(lines.map(({ kind, shortfall, surplus }) => [kind, shortfall, surplus])).toEqual([
    ['region', 150, 0],
    ['region', 0, 50],
    ['over_assigned', 0, 50],
  ])
  expect(gapTotals(lines)).toEqual({ due: 1000, reached: 950, gap: -50, gross: 150, surplus: 100 })
})

test('a region that has not broken its target down stands for itself at every level', () => {
  const silent = node('B', 1, 300, 200, [node('B1', 2, null, 200)])
  const top = node('000000', 0, 900, 700, [
    node('A', 1, 600, 500, [node('A1', 2, 600, 500)]),
    silent,
  ])
  expect(seen(top, 'prefecture')).toEqual([
    ['region', 'A1', -100],
    ['region', 'B', -100],
  ])
})

test('who never reported is short of all of its target', () => {
  const top = node('000000', 0, 100, 30, [node('A', 1, 60, 30), node('B', 1, 40, null)])
  expect(seen(top, 'province')).toEqual([
    ['region', 'A', -30],
    ['region', 'B', -40],
  ])
})

test('for down a shortfall is what exceeds the target', () => {
  const [line] = gapLines(node('A', 1, 0, 7), 'province', 'down')
  expect(line).toMatchObject({ gap: 7, shortfall: 7, surplus: 0 })
})

test('so many regions, or so large a share: 500, 300 and 200 short', () => {
  const top = node('000000', 0, 1000, 0, [
    node('A', 1, 200, 0),
    node('B', 1, 500, 0),
    node('C', 1, 300, 0),
  ])
  const ranked = rankedGaps(gapLines(top, 'province'))
  expect(ranked.map(({ region, share }) => [region, share])).toEqual([
    ['B', 0.5],
    ['C', 0.3],
    ['A', 0.2],
  ])
  expect(ranked.map(({ cumulativeShare }) => cumulativeShare)).toEqual([0.5, 0.8, 1])
  expect(chosenGaps(ranked, { share: 0.64 }).map(({ region }) => region)).toEqual(['B', 'C'])
  expect(chosenGaps(ranked, { top: 1 }).map(({ region }) => region)).toEqual(['B'])
})

const maybe = fc.option(fc.nat(100_000), { freq: 5 })
const leaf = fc.tuple(maybe, maybe)
const province = fc.tuple(maybe, fc.array(leaf, { maxLength: 5 }))
const country = fc.tuple(fc.nat(2_000_000), fc.array(province, { minLength: 1, maxLength: 6 }))

test('property: the lines of every level add up to the gap of the whole, to the last person', () => {
  fc.assert(
    fc.property(country, ([due, provinces]) => {
      const children = provinces.map(([own, leaves], at) => {
        const below = leaves.map(([of, reached], no) => node(`${at}.${no}`, 3, of, reached))
        const reached = below.reduce((sum, one) => sum + (one.reached ?? 0), 0)
        return node(String(at), 1, own, reached, below)
      })
      const reached = children.reduce((sum, one) => sum + (one.reached ?? 0), 0)
      const top = node('000000', 0, due, reached, children)
      for (const level of levels) {
        const totals = gapTotals(gapLines(top, level))
        expect(totals).toMatchObject({ due, reached, gap: reached - due })
        expect(totals.surplus - totals.gross).toBe(totals.gap)
      }
    }),
    { numRuns: 1000 },
  )
})
