import { addDays, quarterEnd, quarterEnds, quarterOf, quartersBetween, type Day } from './day.ts'
import { rangeOf, shareAbove } from './distribution.ts'
import { remembered } from './remembered.ts'

/** A region's own past: its value on the day before the plan and on each quarter's last day. */
export type History = { day: Day; value: number }[]

/** What will be reached: `low` to `high` is the 80 % interval, `probability` that of the target. */
export type Forecast = {
  low: number
  mid: number
  high: number
  probability: number | null
  /** Mean absolute error when tried on the past, as a share of the actual (of a growing count: of what was added); null if untried. */
  error: number | null
  /** What forecasts made this way did in the past, over all regions. */
  record: ForecastRecord | null
}

type ForecastRecord = {
  method: 'pooled_season'
  /** Quarters ahead: those of this forecast, or the most that the past allows to try. */
  horizon: number | null
  /** Σ |error| ÷ Σ what was added, over all provinces. */
  error: number | null
  /** Share of the 80 % intervals that held what came. */
  heldShare: number | null
  /** How many forecasts were tried. */
  tried: number
}

export type Bounds = { lowest: number; highest: number }

/** Fewer quarters than this say too little about a region's pace: no forecast. */
export const LEAST_QUARTERS = 6

/**
 * What the region will have reached on a later day, from the increments of its own quarters:
 * mid = last value + quarters left × mean increment of the latest whole years, so that no season
 * counts more often than another; interval: the error of a sum of so many further increments, their
 * mean being estimated (Student's t). Null with fewer than 6 quarters.
 *
 * For ratios and stocks; growing counts have `pooledForecast`, whose error is smaller.
 * Example: 100 in each of 8 quarters, 2 left, at 800 → 1,000 with no spread.
 */
export function forecastOn(
  history: History,
  day: Day,
  target: number | null,
  bounds: Bounds,
): Forecast | null {
  const last = history.at(-1)
  const steps = increments(history)
  if (last === undefined || steps.length < LEAST_QUARTERS) return null
  const years = wholeYears(steps)
  const left = quartersBetween(last.day, day)
  const mean = average(years)
  const spread = deviation(years, mean) * Math.sqrt(left + left ** 2 / years.length)
  const mid = last.value + left * mean
  const freedom = years.length - 1
  const half = rangeOf(freedom) * spread
  return {
    low: within(mid - half, bounds),
    mid: within(mid, bounds),
    high: within(mid + half, bounds),
    probability: target === null ? null : shareAbove(target, mid, spread, freedom),
    error: errorOnPast(history),
    record: null,
  }
}

/** How a forecast is made, in a word. */
export function forecastMethod({ record }: Forecast): string {
  return record?.method ?? 'mean_of_whole_years'
}

export function within(value: number, { lowest, highest }: Bounds): number {
  return Math.min(Math.max(value, lowest), highest)
}

function wholeYears(steps: number[]): number[] {
  return steps.slice(-4 * Math.floor(steps.length / 4))
}

/** What each whole quarter added; a last, unfinished quarter is left out. */
export function increments(history: History): number[] {
  const steps: number[] = []
  let before: number | null = null
  for (const { day, value } of history) {
    if (!isQuarterEnd(day)) continue
    if (before !== null) steps.push(value - before)
    before = value
  }
  return steps
}

const isQuarterEnd = remembered((day: Day) => quarterEnd(quarterOf(day)) === day)

/**
 * Tried on its own past: from each earlier quarter with at least 4 behind it, how far the forecast
 * for the last quarter known was from what came, as a share of that; the mean of these.
 */
function errorOnPast(history: History): number | null {
  const last = history.at(-1)
  if (last === undefined || last.value === 0) return null
  const errors: number[] = []
  const steps = increments(history)
  const before = history[0] !== undefined && isQuarterEnd(history[0].day) ? 1 : 2
  for (let known = 5; known < history.length; known += 1) {
    const from = history[known - 1]
    if (from === undefined) continue
    const mean = average(wholeYears(steps.slice(0, known - before)))
    const reached = from.value + quartersBetween(from.day, last.day) * mean
    errors.push(Math.abs(reached - last.value) / Math.abs(last.value))
  }
  return errors.length === 0 ? null : average(errors)
}

/** The days whose values a history is made of: the day before the start, quarter ends, the as-of day. */
export function historyDays(startsOn: Day, asOf: Day): readonly Day[] {
  return historyFrom(startsOn)(asOf)
}

const historyFrom = remembered((startsOn: Day) =>
  remembered((asOf: Day): readonly Day[] => {
    const ends = quarterEnds(startsOn, asOf).filter((end) => end < asOf)
    return [addDays(startsOn, -1), ...ends, asOf]
  }),
)

function average(values: number[]): number {
  let sum = 0
  for (const value of values) sum += value
  return sum / values.length
}

function deviation(values: number[], mean: number): number {
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0)
  return Math.sqrt(squares / (values.length - 1))
}
