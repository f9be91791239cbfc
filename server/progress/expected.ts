import { dayNumber, dayOf, type Day } from './day.ts'
import type { PathPoint } from './target.ts'

/**
 * The value expected by a day (序时进度), on the straight lines between the points of the path:
 * 0 before the plan, the target from the deadline on. Within one line the share passed is
 * (as-of − start + 1) ÷ (deadline − start + 1) in days.
 * Example: 1,000,000 from 2016-01-01 to 2020-12-31, on 2018-06-30: 1,000,000 × 912 ÷ 1,827.
 */
export function expectedOn(path: PathPoint[], asOf: Day): number {
  const day = dayNumber(asOf)
  let before = path[0]
  if (before === undefined || day <= before.day) return before?.value ?? 0
  for (const after of path.slice(1)) {
    if (day <= after.day) return between(before, after, day)
    before = after
  }
  return before.value
}

/** Multiplied first and divided last, so that whole numbers come out exact. */
function between(from: PathPoint, to: PathPoint, day: number): number {
  return from.value + ((to.value - from.value) * (day - from.day)) / (to.day - from.day)
}

/**
 * How many days the actual is ahead of the line (behind: negative): from the as-of day to the
 * first day on which the expected value reaches the actual; null where it never does.
 * Example: 500 of 1,000 in a plan of 100 days, on its 40th day: the 50th day, 10 days ahead.
 */
export function daysAhead(path: PathPoint[], actual: number, asOf: Day): number | null {
  const reached = firstDayReaching(path, actual)
  return reached === null ? null : dayNumber(reached) - dayNumber(asOf)
}

export function firstDayReaching(path: PathPoint[], actual: number): Day | null {
  let before = path[0]
  if (before === undefined) return null
  if (before.value >= actual) return dayOf(before.day)
  for (const after of path.slice(1)) {
    if (after.value >= actual) return dayOf(crossing(before, after, actual))
    before = after
  }
  return null
}

function crossing(from: PathPoint, to: PathPoint, actual: number): number {
  const share = (actual - from.value) / (to.value - from.value)
  let day = from.day + Math.ceil(share * (to.day - from.day))
  while (day > from.day && between(from, to, day - 1) >= actual) day -= 1
  while (day < to.day && between(from, to, day) < actual) day += 1
  return day
}
