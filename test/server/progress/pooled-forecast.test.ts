import { expect, test } from 'vitest'
import { quarterEnds } from '../../../server/progress/day.ts'
import {
  horizonFor,
  intervalOf,
  quantileOf,
  recordOf,
} from '../../../server/progress/forecast-record.ts'
import { pooledForecast } from '../../../server/progress/pooled-forecast.ts'
import { nextSteps, rhythmOf } from '../../../server/progress/rhythm.ts'

const free = { lowest: 0, highest: Infinity }
const steadySteps = Array<number>(8).fill(100)

function history(steps: number[]) {
  const days = ['2015-12-31', ...quarterEnds('2016-01-01', '2020-12-31')]
  let value = 0
  return [0, ...steps].map((step, at) => ({ day: days[at] ?? '', value: (value += step) }))
}

/** Lumpy and seasonal, from a fixed seed. */
function lumpy(regions: number, quarters: number): number[][] {
  let state = 7
  const random = () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647
  const season = [0.6, 1, 0.9, 1.5]
  return Array.from({ length: regions }, (_, region) =>
    Array.from({ length: quarters }, (__, at) =>
      Math.round((20 + 10 * region) * (season[at % 4] ?? 1) * (0.7 + 0.6 * random())),
    ),
  )
}

test('the worked example of a rhythm: season by quarter, growth half of what was seen', () => {
  const year = [50, 100, 100, 150]
  expect(rhythmOf([year])).toEqual({ season: [0.5, 1, 1, 1.5], growth: 0 })
  const doubled = rhythmOf([[...year, ...year.map((step) => 2 * step)]])
  expect(doubled.season).toEqual([0.5, 1, 1, 1.5])
  expect(doubled.growth).toBeCloseTo(Math.log(2) / 8, 12)
  expect(rhythmOf([])).toEqual({ season: [1, 1, 1, 1], growth: 0 })
})

test('a region keeps its own level and takes the season of all', () => {
  const flat = { season: [1, 1, 1, 1], growth: 0 }
  expect(nextSteps(steadySteps, 2, flat)).toBeCloseTo(200, 9)
  const rhythm = { season: [0.5, 1, 1, 1.5], growth: 0 }
  const own = [5, 10, 10, 15, 5, 10, 10, 15]
  expect(nextSteps(own, 1, rhythm)).toBeCloseTo(5, 9)
  expect(nextSteps(own, 4, rhythm)).toBeCloseTo(40, 9)
  expect(nextSteps([...own, 5], 0.5, rhythm)).toBeCloseTo(5, 9)
})

test('the worked example of a forecast: 100 in each of 8 quarters, 2 left', () => {
  const past = recordOf(new Map([['A1', [steadySteps, steadySteps]]]))
  const aim = { target: 1000, bounds: free }
  const forecast = pooledForecast('A1', history(steadySteps), '2018-06-30', aim, past)
  expect(forecast?.mid).toBeCloseTo(1000, 9)
  expect(forecast?.record).toEqual({
    method: 'pooled_season',
    horizon: 2,
    error: expect.closeTo(0, 9) as number,
    heldShare: expect.any(Number) as number,
    tried: 2,
  })
})

test('none for another indicator, under six quarters, or under twelve counted', () => {
  const past = recordOf(new Map([['A1', [steadySteps]]]))
  const aim = { target: 10, bounds: free }
  const of = (code: string, steps: number[]) =>
    pooledForecast(code, history(steps), '2020-12-31', aim, past)
  expect(of('A2', steadySteps)).toBeNull()
  expect(of('A1', steadySteps.slice(0, 5))).toBeNull()
  expect(of('A1', [1, 2, 1, 2, 1, 2, 1, 1])).toBeNull()
  expect(of('A1', [1, 2, 1, 2, 1, 2, 1, 2])).not.toBeNull()
})

test('the errors are those of the past: 80 % of the intervals hold what comes', () => {
  const regions = lumpy(60, 16)
  const record = recordOf(new Map([['A1', regions]]))
  const tried = record.horizons.filter(({ tried: count }) => count > 0)
  const count = tried.reduce((sum, one) => sum + one.tried, 0)
  const held = tried.reduce((sum, one) => sum + one.tried * (one.heldShare ?? 0), 0) / count
  expect(count).toBe(60 * 55)
  expect(held).toBeGreaterThan(0.7)
  expect(held).toBeLessThan(0.9)
})

test('what was known at the time only: later quarters do not change earlier trials', () => {
  const regions = lumpy(10, 12)
  const [early] = recordOf(new Map([['A1', regions.map((s) => s.slice(0, 7))]])).horizons
  const changed = regions.map((steps) => steps.map((step, at) => (at < 7 ? step : step * 50)))
  const [again] = recordOf(new Map([['A1', changed.map((s) => s.slice(0, 7))]])).horizons
  expect(again).toEqual(early)
  expect(early).toMatchObject({ quarters: 1, tried: 10 })
})

test('beyond the longest horizon tried the spread grows as the root of the quarters', () => {
  const horizons = [
    { quarters: 1, spread: 0.1 },
    { quarters: 4, spread: 0.2 },
  ]
  expect(horizonFor(horizons, 2)).toEqual({ quarters: 4, spread: 0.2 })
  expect(horizonFor(horizons, 16)).toEqual({ quarters: 4, spread: 0.4 })
  expect(horizonFor([], 1)).toBeNull()
})

test('an interval never starts below nothing', () => {
  expect(quantileOf([1, 2, 3], 0.5)).toBe(2)
  expect(intervalOf(3, { spread: 0, errors: [-9, 0, 9] })[0]).toBe(0)
})
