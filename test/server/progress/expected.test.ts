import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, dayNumber } from '../../../server/progress/day.ts'
import { daysAhead, expectedOn, firstDayReaching } from '../../../server/progress/expected.ts'
import type { PathPoint } from '../../../server/progress/target.ts'

const plan: PathPoint[] = [
  { day: dayNumber('2015-12-31'), value: 0 },
  { day: dayNumber('2020-12-31'), value: 1_000_000 },
]
const hundredDays: PathPoint[] = [
  { day: dayNumber('2015-12-31'), value: 0 },
  { day: dayNumber('2016-04-09'), value: 1000 },
]

test('the worked example: 1,000,000 over 1,827 days, on the 912th', () => {
  expect(expectedOn(plan, '2018-06-30')).toBe((1_000_000 * 912) / 1827)
})

test('0 before the plan, one day’s worth on its first day, the target from the deadline on', () => {
  expect(expectedOn(plan, '2015-12-31')).toBe(0)
  expect(expectedOn(plan, '2010-01-01')).toBe(0)
  expect(expectedOn(plan, '2016-01-01')).toBe(1_000_000 / 1827)
  expect(expectedOn(plan, '2020-12-31')).toBe(1_000_000)
  expect(expectedOn(plan, '2025-01-01')).toBe(1_000_000)
})

test('the line passes through the year ends', () => {
  const yearly = [
    { day: dayNumber('2015-12-31'), value: 0 },
    { day: dayNumber('2016-12-31'), value: 100 },
    { day: dayNumber('2017-12-31'), value: 400 },
  ]
  expect(expectedOn(yearly, '2016-12-31')).toBe(100)
  expect(expectedOn(yearly, '2017-01-01')).toBe(100 + 300 / 365)
})

test('days ahead, the worked example: 500 of 1,000 in 100 days, on the 40th day', () => {
  expect(daysAhead(hundredDays, 500, '2016-02-09')).toBe(10)
  expect(daysAhead(hundredDays, 300, '2016-02-09')).toBe(-10)
  expect(daysAhead(hundredDays, 400, '2016-02-09')).toBe(0)
})

test('an actual between two days is reached on the later one', () => {
  expect(firstDayReaching(hundredDays, 401)).toBe('2016-02-10')
})

test('an actual above the target is never reached', () => {
  expect(daysAhead(hundredDays, 1001, '2016-02-09')).toBeNull()
  expect(firstDayReaching([], 1)).toBeNull()
})

test('nothing done is what was expected on the day before the plan', () => {
  expect(firstDayReaching(hundredDays, 0)).toBe('2015-12-31')
})

test('property: the expected value never falls and the first day reaching it is the first', () => {
  const steps = fc.array(fc.nat({ max: 5000 }), { minLength: 1, maxLength: 5 })
  fc.assert(
    fc.property(steps, fc.nat({ max: 2000 }), fc.nat({ max: 12_000 }), (sizes, offset, actual) => {
      let value = 0
      const path = [
        { day: 0, value },
        ...sizes.map((size, at) => ({ day: 365 * (at + 1), value: (value += size) })),
      ]
      const day = addDays('1970-01-01', offset)
      expect(expectedOn(path, addDays(day, 1))).toBeGreaterThanOrEqual(expectedOn(path, day))
      const first = firstDayReaching(path, actual)
      expect(first === null).toBe(actual > value)
      if (first === null || actual === 0) return
      expect(expectedOn(path, first)).toBeGreaterThanOrEqual(actual)
      expect(expectedOn(path, addDays(first, -1))).toBeLessThan(actual)
    }),
  )
})
