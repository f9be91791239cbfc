import { isRatio, type Circumstances, type RegionCase } from './case.ts'
import { quartersBetween, type Day } from './day.ts'
import { historyDays } from './forecast.ts'
import type { Measured } from './measured.ts'
import { comparesYears } from './plan.ts'
import { withoutNoise, type Part } from './roll-up.ts'

/**
 * Between what the actual would lie had the missing units reported: `low` if they had nothing, `high`
 * if they went on as in their past. In the indicator's unit.
 */
export type MissingBounds = {
  low: number
  high: number
  /** increments: nothing more, or as much a quarter as before; held: nothing, or what they held. */
  basis: 'increments' | 'held'
  /** Units that are due and have not sent the extract for the as-of day's quarter (or year). */
  unitsMissing: number
  /** Of these, units that never reported: nothing is known of them, and they add nothing to `high`. */
  unitsWithoutPast: number
}

const QUARTERS_OF_PAST = 4

/**
 * Null where all have reported, and where it does not apply: without a value, for milestones (where an
 * absent record is the finding), for what is set against last year or should be low, and beyond the
 * data. A count that only grows: `low` is the actual; each missing unit adds to `high` the mean of its
 * four quarters before for each quarter it missed. All others: `low` leaves out what the missing units
 * held before, `high` is the actual, which still counts it.
 * Example: 300 counted, one of two units missing for one quarter after 20, 30, 20, 30 → 300 to 325.
 * Example: 60 of 100, of which a missing unit holds 20 of 40 → 0.40 to 0.60.
 */
export function boundsOn(
  region: RegionCase,
  about: Circumstances,
  { actual, counted }: Measured,
): MissingBounds | null {
  const { indicator, asOf, known, isLate } = about
  if (actual === null || counted === null || asOf > known) return null
  if (indicator.kind === 'milestone' || indicator.direction === 'down') return null
  if (comparesYears(indicator)) return null
  const missing = region.parts.filter(({ province }) => isLate(province))
  if (missing.length === 0) return null
  const [past, blank] = [
    missing.filter(hasPast(about)),
    missing.filter((one) => !hasPast(about)(one)),
  ]
  const units = { unitsMissing: missing.length, unitsWithoutPast: blank.length }
  if (indicator.kind === 'cumulative' && indicator.period === 'plan') {
    const more = past.reduce((sum, part) => sum + missedBy(part, indicator.starts_on, asOf), 0)
    return { low: actual, high: withoutNoise(actual + more), basis: 'increments', ...units }
  }
  const held = past.reduce((sum, { days }) => sum + (days.get(asOf)?.numerator ?? 0), 0)
  const left = withoutNoise(counted.numerator - held)
  const low = isRatio(indicator) ? left / (counted.denominator ?? 1) : left
  return { low, high: actual, basis: 'held', ...units }
}

function hasPast({ hasData, asOf }: Circumstances): (part: Part) => boolean {
  return ({ province }) => hasData(province, asOf)
}

/**
 * What a unit would have added in the quarters it missed: those at the end in which nothing was added,
 * at the least the last, each as the mean of up to four before; less what was added all the same.
 */
function missedBy({ days }: Part, startsOn: Day, asOf: Day): number {
  const ends = historyDays(startsOn, asOf)
  const values = ends.map((day) => days.get(day)?.numerator ?? 0)
  const last = values.at(-1) ?? 0
  let until = values.length - 2
  while (until > 0 && values[until - 1] === last) until -= 1
  const from = Math.max(0, until - QUARTERS_OF_PAST)
  if (until <= from) return 0
  const mean = ((values[until] ?? 0) - (values[from] ?? 0)) / (until - from)
  const missed = quartersBetween(ends[until] ?? asOf, asOf)
  return Math.max(0, mean * missed - (last - (values[until] ?? 0)))
}
