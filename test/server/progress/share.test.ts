import fc from 'fast-check'
import { expect, test } from 'vitest'
import { progressRow } from '../../../server/progress/row.ts'
import { withShares } from '../../../server/progress/share.ts'
import { about, indicator, part, province } from './catalogue.ts'

const asOf = '2018-06-30'

function rowOf(code: string, actual: number | null, of = 'A1') {
  const region = province(part(code, actual === null ? {} : { [asOf]: actual }))
  const change = actual === null ? { hasData: () => false } : {}
  return progressRow(region, about(of, asOf, change))
}

function sharesOf(actuals: (number | null)[], among = () => '000000') {
  const rows = actuals.map((actual, at) => rowOf(String(at), actual))
  return withShares(rows, indicator('A1'), among).map(({ share }) => share)
}

test('is the part of those that have a figure', () => {
  expect(sharesOf([30, 10, null])).toEqual([0.75, 0.25, null])
  expect(sharesOf([0, 0])).toEqual([null, null])
})

test('is counted apart in each province', () => {
  const rows = [rowOf('1', 1), rowOf('2', 3), rowOf('3', 5)]
  const shared = withShares(rows, indicator('A1'), ({ region }) => (region === '3' ? 'b' : 'a'))
  expect(shared.map(({ share }) => share)).toEqual([0.25, 0.75, 1])
})

test('a ratio has no part in a whole', () => {
  const rows = [rowOf('1', 1, 'A4')]
  expect(withShares(rows, indicator('A4'), () => '000000')[0]?.share).toBeNull()
})

test('the shares of any regions add up to one, whatever their order', () => {
  const figure = fc.option(fc.integer({ min: 0, max: 1_000_000 }))
  fc.assert(
    fc.property(fc.array(figure, { minLength: 1, maxLength: 40 }), (actuals) => {
      const sum = sharesOf(actuals).reduce<number>((total, share) => total + (share ?? 0), 0)
      const whole = actuals.some((actual) => actual !== null && actual > 0) ? 1 : 0
      expect(sum).toBeCloseTo(whole, 9)
      expect(sharesOf([...actuals].reverse()).reverse()).toEqual(sharesOf(actuals))
    }),
  )
})
