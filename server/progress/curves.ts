import {
  dayOf,
  daysBetween,
  quarterEnd,
  quarterOf,
  quartersBetween,
  yearOf,
  type Day,
} from './day.ts'
import { expectedOn } from './expected.ts'
import type { PathPoint } from './target.ts'

/** Another line that progress may be set against, on demand. */
export type CurveName = 'quarters' | 'seasonal'

/**
 * The value expected by quarters ÷ 4: a quarter begun counts whole, whatever its days, on the straight
 * lines between the points of the path.
 * Example: 400 in a year, on any day of its second quarter: 200.
 */
export function expectedByQuarter(path: PathPoint[], day: Day): number {
  const end = quarterEnd(quarterOf(day))
  let before = path[0]
  if (before === undefined || day <= dayOf(before.day)) return before?.value ?? 0
  for (const after of path.slice(1)) {
    const [from, to] = [dayOf(before.day), dayOf(after.day)]
    if (day <= to) {
      const share = Math.min(1, quartersBetween(from, end) / quartersBetween(from, to))
      return before.value + (after.value - before.value) * share
    }
    before = after
  }
  return before.value
}

/** What one whole quarter added. */
export type QuarterStep = { quarter: string; value: number }

/**
 * The value expected by the region's own seasons: the line's task of the year, spread over its
 * quarters as the region's whole years before were, within a quarter by days. Null without a whole
 * year before it in which anything was done.
 * Example: years past gave 10, 20, 30 and 40 % by quarter, this year's task is 200: by 30 June 60.
 */
export function expectedBySeason(path: PathPoint[], day: Day, steps: QuarterStep[]): number | null {
  const year = yearOf(day)
  const shares = seasonsBefore(year, steps)
  if (shares === null) return null
  const base = expectedOn(path, `${year - 1}-12-31`)
  const task = expectedOn(path, `${year}-12-31`) - base
  const quarter = Number(quarterOf(day).slice(5))
  const whole = shares.slice(0, quarter - 1).reduce((sum, share) => sum + share, 0)
  return base + task * (whole + (shares[quarter - 1] ?? 0) * shareOfQuarter(day))
}

function shareOfQuarter(day: Day): number {
  const end = quarterEnd(quarterOf(day))
  const start = `${yearOf(day)}-${String(Number(end.slice(5, 7)) - 2).padStart(2, '0')}-01`
  return (daysBetween(start, day) + 1) / (daysBetween(start, end) + 1)
}

function seasonsBefore(year: number, steps: QuarterStep[]): number[] | null {
  const byYear = new Map<number, QuarterStep[]>()
  for (const step of steps) {
    const own = Number(step.quarter.slice(0, 4))
    if (own < year) byYear.set(own, [...(byYear.get(own) ?? []), step])
  }
  const whole = [...byYear.values()].filter((quarters) => quarters.length === 4).flat()
  const total = whole.reduce((sum, { value }) => sum + value, 0)
  if (total <= 0) return null
  return [1, 2, 3, 4].map((number) => {
    const own = whole.filter(({ quarter }) => quarter.endsWith(`Q${number}`))
    return own.reduce((sum, { value }) => sum + value, 0) / total
  })
}
