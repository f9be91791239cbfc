import { daysBetween, type Day } from './day.ts'

/** How much of the plan's time has passed; total and share are null for a plan without an end. */
export type Elapsed = {
  startsOn: Day
  endsOn: Day | null
  days: number
  daysTotal: number | null
  share: number | null
}

/**
 * The share of the plan's days that has passed by the end of the as-of day, 0 before, 1 after.
 * Example: 2016-01-01 to 2020-12-31 on 2018-06-30: 912 of 1,827 days.
 */
export function elapsedOn(startsOn: Day, endsOn: Day | null, asOf: Day): Elapsed {
  const passed = Math.max(0, daysBetween(startsOn, asOf) + 1)
  if (endsOn === null) return { startsOn, endsOn, days: passed, daysTotal: null, share: null }
  const daysTotal = daysBetween(startsOn, endsOn) + 1
  const days = Math.min(passed, daysTotal)
  return { startsOn, endsOn, days, daysTotal, share: days / daysTotal }
}
