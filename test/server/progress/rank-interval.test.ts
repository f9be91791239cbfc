import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  countInterval,
  rankIntervals,
  shareInterval,
} from '../../../server/progress/rank-interval.ts'
import { withRanks } from '../../../server/progress/row-rank.ts'
import { progressRow } from '../../../server/progress/row.ts'
import { about, indicator, part, province } from './catalogue.ts'

test('the worked examples of counts, shares and places', () => {
  expect(countInterval(3).low).toBeCloseTo(0.6, 2)
  expect(countInterval(3).high).toBeCloseTo(8.77, 1)
  expect(countInterval(0)).toEqual({ low: 0, high: expect.closeTo(3.668, 3) as number })
  expect(shareInterval(8, 10).low).toBeCloseTo(0.49, 3)
  expect(shareInterval(8, 10).high).toBeCloseTo(0.943, 3)
  expect(shareInterval(0, 10)).toEqual({ low: 0, high: expect.closeTo(0.278, 3) as number })
  const three = [
    { low: 0.5, high: 0.6 },
    { low: 0.55, high: 0.7 },
    { low: 0.1, high: 0.2 },
  ]
  expect(rankIntervals(three)).toEqual([
    { best: 1, worst: 2 },
    { best: 1, worst: 2 },
    { best: 3, worst: 3 },
  ])
})

test('as counted one by one, for any intervals', () => {
  const interval = fc
    .tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 20 }))
    .map(([a, b]) => ({ low: Math.min(a, b), high: Math.max(a, b) }))
  fc.assert(
    fc.property(fc.array(interval, { maxLength: 30 }), (all) => {
      const plain = all.map(({ low, high }) => ({
        best: 1 + all.filter((other) => other.low > high).length,
        worst: all.length - all.filter((other) => other.high < low).length,
      }))
      expect(rankIntervals(all)).toEqual(plain)
    }),
  )
})

test('a county with a target of 12 is not the worst of its province for being small', () => {
  const asOf = '2018-06-30'
  const row = (code: string, actual: number, target: number) => {
    const region = {
      ...province(part(code, { [asOf]: actual })),
      targets: [{ setBy: 'national' as const, year: null, value: target }],
    }
    return progressRow(region, about('A1', asOf))
  }
  const rows = [row('1', 2, 12), row('2', 500, 1000), row('3', 480, 1000), row('4', 200, 1000)]
  const ranked = withRanks(rows, indicator('A1'), () => '440000').map(({ rank }) => rank)
  expect(ranked[0]).toEqual({ best: 1, worst: 4, of: 4, among: '440000' })
  expect(ranked[3]).toEqual({ best: 3, worst: 4, of: 4, among: '440000' })
  expect(ranked[1]).toMatchObject({ best: 1, worst: 3 })
})
