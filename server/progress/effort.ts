import { isRatio, type Circumstances, type RegionCase } from './case.ts'
import { addDays, quarterEnds, quarterOf, quartersBetween, type Day, type Quarter } from './day.ts'
import { countedOn } from './measured.ts'

/** What closing a shortfall asks of a region, in what the numerator counts. */
export type Effort = {
  /** Each quarter from now to the deadline; null after it or without one. */
  neededPerQuarter: number | null
  /** The most it ever added in one whole quarter of the plan; null without two quarters' ends. */
  bestQuarter: { quarter: Quarter; value: number } | null
  /** People or units not reached so far, at most; null where nobody counts them. */
  left: number | null
}

/**
 * The run-rate now needed: shortfall ÷ quarters left, a quarter under way counting by its days.
 * Example: 500 short on 2018-06-30, due 2020-12-31: 10 quarters, 50 each.
 */
export function neededPerQuarter(shortfall: number, asOf: Day, deadline: Day | null) {
  if (deadline === null || asOf >= deadline) return null
  return shortfall / quartersBetween(asOf, deadline)
}

/**
 * The region's best whole quarter up to the as-of day, by what its numerator grew.
 * Example: 100 at the end of 2016Q1, 180 of Q2, 210 of Q3 → 2016Q1 with 100.
 */
export function bestQuarter(region: RegionCase, about: Circumstances): Effort['bestQuarter'] {
  const { indicator, asOf, known } = about
  if (indicator.period !== 'plan') return null
  const last = asOf < known ? asOf : known
  const ends = quarterEnds(indicator.starts_on, last).filter((end) => end <= last)
  let best: Effort['bestQuarter'] = null
  let before = countedOn(region, about, addDays(indicator.starts_on, -1))
  for (const end of ends) {
    const now = countedOn(region, about, end)
    if (now !== null && before !== null) {
      const value = now.numerator - before.numerator
      if (best === null || value > best.value) best = { quarter: quarterOf(end), value }
    }
    before = now
  }
  return best
}

/**
 * Who is left: of a ratio denominator − numerator; of a count the people the plan file names as
 * those it can reach less those reached, an upper bound; never below 0.
 * Example: 180 of 250 → 70 left.
 */
export function leftToReach(
  region: RegionCase,
  about: Circumstances,
  reachable: number | null,
): number | null {
  const counted = countedOn(region, about, about.asOf)
  if (counted === null || region.parts.length === 0) return null
  const all = isRatio(about.indicator) ? counted.denominator : reachable
  return all === null ? null : Math.max(0, all - counted.numerator)
}
