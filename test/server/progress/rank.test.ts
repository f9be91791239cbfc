import fc from 'fast-check'
import { expect, it } from 'vitest'
import { rankAmong } from '../../../server/progress/rank.ts'
import type { ProgressRow } from '../../../server/progress/row.ts'

type Given = Partial<ProgressRow>

function rowsOf(given: Given[]): ProgressRow[] {
  return given.map((row, at) => ({
    region: String(at),
    actual: null,
    numerator: null,
    denominator: null,
    completion: null,
    comparable: null,
    ...row,
  })) as ProgressRow[]
}

function share(numerator: number, denominator: number): Given {
  const actual = numerator / denominator
  return { numerator, denominator, actual, completion: actual / 0.5 }
}

it('counts as ahead only whose interval lies wholly ahead', () => {
  const rows = rowsOf([share(900, 1000), share(500, 1000), share(49, 100), share(10, 1000)])
  expect(rankAmong(rows, '0', false)).toEqual({ rank: 1, low: 1, high: 1, of: 4 })
  expect(rankAmong(rows, '1', false)).toEqual({ rank: 2, low: 2, high: 3, of: 4 })
  expect(rankAmong(rows, '3', false)).toEqual({ rank: 4, low: 4, high: 4, of: 4 })
})

it('is best at the lowest where less is better', () => {
  const rows = rowsOf([{ actual: 1000 }, { actual: 10 }])
  expect(rankAmong(rows, '1', true)).toEqual({ rank: 1, low: 1, high: 1, of: 2 })
})

it('is none without a value', () => {
  expect(rankAmong(rowsOf([{}, share(1, 2)]), '0', false)).toBeNull()
})

it('always lies in its interval, and the interval in 1 to all', () => {
  const one = fc.tuple(fc.nat(1000), fc.integer({ min: 1, max: 1000 }))
  fc.assert(
    fc.property(fc.array(one, { minLength: 1, maxLength: 40 }), (parts) => {
      const rows = rowsOf(parts.map(([a, b]) => share(Math.min(a, b), b)))
      for (const { region } of rows) {
        const place = rankAmong(rows, region, false)
        if (place === null) throw new Error('a share has a place')
        expect(1 <= place.low && place.low <= place.rank).toBe(true)
        expect(place.rank <= place.high && place.high <= place.of).toBe(true)
      }
    }),
  )
})
