import fc from 'fast-check'
import { expect, test } from 'vitest'
import { rollUp, valueOf } from '../../../server/progress/roll-up.ts'
import { part } from './catalogue.ts'

const day = '2018-06-30'

test('the worked example: a ratio of sums over those that have data', () => {
  const parts = [part('1', { [day]: [30, 40] }), part('2', { [day]: [10, 60] }), part('3', {})]
  const counted = rollUp(parts, day, true, (province) => province !== '3')
  expect(counted).toEqual({ numerator: 40, denominator: 100 })
  expect(valueOf(counted)).toBe(0.4)
})

test('0 where data was reported and nothing falls there, null where none was', () => {
  expect(rollUp([part('1', {})], day, false, () => true)).toEqual({
    numerator: 0,
    denominator: null,
  })
  expect(rollUp([part('1', { [day]: 5 })], day, false, () => false)).toBeNull()
  expect(valueOf(null)).toBeNull()
})

test('a ratio without a denominator has no value', () => {
  expect(valueOf({ numerator: 0, denominator: 0 })).toBeNull()
})

test('property: a count is the sum of its parts in any order', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(), { minLength: 1 }), (counts) => {
      const parts = counts.map((count, at) => part(String(at), { [day]: count }))
      const sum = counts.reduce((total, count) => total + count, 0)
      expect(rollUp(parts, day, false, () => true)?.numerator).toBe(sum)
      expect(rollUp(parts.toReversed(), day, false, () => true)?.numerator).toBe(sum)
    }),
  )
})
