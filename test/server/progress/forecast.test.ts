import fc from 'fast-check'
import { expect, test } from 'vitest'
import { quarterEnds } from '../../../server/progress/day.ts'
import { rangeOf, shareAbove } from '../../../server/progress/distribution.ts'
import { forecastOn, historyDays, increments } from '../../../server/progress/forecast.ts'

const free = { lowest: 0, highest: Infinity }

function history(steps: number[]) {
  const days = ['2015-12-31', ...quarterEnds('2016-01-01', '2020-12-31')]
  let value = 0
  return [0, ...steps].map((step, at) => ({ day: days[at] ?? '', value: (value += step) }))
}

test('the worked example: 100 in each of 8 quarters, 2 left', () => {
  const steady = history(Array<number>(8).fill(100))
  expect(forecastOn(steady, '2018-06-30', 1000, free)).toEqual({
    low: 1000,
    mid: 1000,
    high: 1000,
    probability: 1,
    error: 0,
    record: null,
  })
  expect(forecastOn(steady, '2018-06-30', 1001, free)?.probability).toBe(0)
})

test('the interval is Student’s for a sum of further increments', () => {
  const uneven = history([90, 110, 90, 110, 90, 110])
  const forecast = forecastOn(uneven, '2017-12-31', 800, free)
  const spread = Math.sqrt(400 / 3) * Math.sqrt(2 + 4 / 4)
  expect(forecast?.mid).toBe(800)
  expect(forecast?.high).toBeCloseTo(800 + 1.6377 * spread, 1)
  expect(forecast?.low).toBeCloseTo(800 - 1.6377 * spread, 1)
  expect(forecast?.probability).toBe(0.5)
})

test('whole years: a strong season does not tip the mean', () => {
  const seasonal = history([10, 20, 20, 50, 10, 20, 20, 50, 10, 20])
  expect(forecastOn(seasonal, '2020-06-30', null, free)?.mid).toBe(230 + 8 * 25)
})

test('the interval holds about 80 % of what comes, on uneven seasonal series', () => {
  let state = 7
  const random = () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647
  const season = [0.8, 1, 1, 1.2]
  const tries = Array.from({ length: 2000 }, () => {
    const steps = Array.from(
      { length: 12 },
      (_, at) => (season[at % 4] ?? 1) * (60 + 80 * random()),
    )
    const all = history(steps)
    const forecast = forecastOn(all.slice(0, 9), '2018-12-31', null, free)
    const reached = all.at(-1)?.value ?? NaN
    return (forecast?.low ?? NaN) <= reached && reached <= (forecast?.high ?? NaN)
  })
  const share = tries.filter(Boolean).length / tries.length
  expect(share).toBeGreaterThan(0.75)
  expect(share).toBeLessThan(0.9)
})

test('none with fewer than six quarters', () => {
  expect(forecastOn(history([1, 2, 3, 4, 5]), '2018-06-30', 10, free)).toBeNull()
  expect(forecastOn([], '2018-06-30', 10, free)).toBeNull()
})

test('the bounds hold: a coverage never exceeds one', () => {
  const coverage = history([0.1, 0.2, 0.1, 0.2, 0.1, 0.2])
  const forecast = forecastOn(coverage, '2020-12-31', 1, { lowest: 0, highest: 1 })
  expect(forecast).toMatchObject({ mid: 1, high: 1 })
  expect(forecast?.probability).toBeGreaterThan(0.5)
})

test('an unfinished quarter is a place to start from, not an increment', () => {
  const whole = history([10, 10, 10, 10, 10, 10])
  const begun = [...whole, { day: '2017-08-15', value: 65 }]
  expect(increments(begun)).toEqual([10, 10, 10, 10, 10, 10])
  expect(forecastOn(begun, '2017-09-30', null, free)?.mid).toBeCloseTo(65 + 10 * (46 / 92), 9)
})

test('the error is that of its own past: from each quarter with four behind it', () => {
  const rising = history([100, 100, 100, 100, 100, 200])
  const fromFour = Math.abs(400 + 2 * 100 - 700) / 700
  const fromFive = Math.abs(500 + 100 - 700) / 700
  expect(forecastOn(rising, '2018-06-30', null, free)?.error).toBeCloseTo(
    (fromFour + fromFive) / 2,
    12,
  )
})

test('a history is the day before the start, the quarter ends and the as-of day', () => {
  expect(historyDays('2016-01-01', '2016-08-15')).toEqual([
    '2015-12-31',
    '2016-03-31',
    '2016-06-30',
    '2016-08-15',
  ])
})

test('Student’s points, as in the tables', () => {
  expect(rangeOf(5)).toBeCloseTo(1.4759, 3)
  expect(rangeOf(9)).toBeCloseTo(1.383, 3)
  expect(rangeOf(1e9)).toBeCloseTo(1.28155, 5)
  expect(shareAbove(0, 1.383, 1, 9)).toBeCloseTo(0.9, 2)
  expect(shareAbove(1.383, 0, 1, 9)).toBeCloseTo(0.1, 2)
})

test('property: low ≤ mid ≤ high, and a higher target is never likelier', () => {
  const steps = fc.array(fc.nat({ max: 1000 }), { minLength: 6, maxLength: 18 })
  fc.assert(
    fc.property(steps, fc.nat(), fc.nat(), (sizes, target, more) => {
      const past = history(sizes)
      const forecast = forecastOn(past, '2020-12-31', target, free)
      const harder = forecastOn(past, '2020-12-31', target + more, free)
      expect(forecast?.low).toBeLessThanOrEqual(forecast?.mid ?? NaN)
      expect(forecast?.mid).toBeLessThanOrEqual(forecast?.high ?? NaN)
      // 1e-12: the last bits of an error function of two nearly equal arguments are noise.
      expect(harder?.probability).toBeLessThanOrEqual((forecast?.probability ?? NaN) + 1e-12)
    }),
    { examples: [[[0, 0, 865, 390, 992, 456], 416_183_861, 13]] },
  )
})
