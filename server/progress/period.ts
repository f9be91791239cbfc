import { yearOf, type Day } from './day.ts'
import type { Indicator } from './plan.ts'

/** The stretch of time an indicator is judged by on a day. */
export type Period = {
  /** The calendar year shown, of a yearly indicator; null for the plan as a whole. */
  year: number | null
  deadline: Day | null
  /** Before the last day of the year shown: the figure may still change. */
  provisional: boolean
  /** The year shown lies before the plan. */
  beforePlan: boolean
}

/**
 * The period of an indicator on the as-of day. A yearly one shows the latest year whose window has
 * begun (C1: 1 July, 三（三）3; L1: 1 January) and falls due on the last day of that window.
 * Example: C1 on 2018-06-30 is that of 2017, final; on 2018-09-30 that of 2018, provisional.
 */
export function periodOn(indicator: Indicator, asOf: Day): Period {
  if (indicator.period === 'plan') {
    return { year: null, deadline: indicator.deadline, provisional: false, beforePlan: false }
  }
  const begun = asOf.slice(5) >= monthDay(indicator, 'window_from', '01-01')
  const year = yearOf(asOf) - (begun ? 0 : 1)
  const deadline = `${year}-${monthDay(indicator, 'window_to', '12-31')}`
  const beforePlan = year < yearOf(indicator.starts_on)
  return { year, deadline, provisional: asOf < deadline, beforePlan }
}

function monthDay(indicator: Indicator, parameter: string, otherwise: string): string {
  const value = indicator.parameters[parameter]
  return typeof value === 'string' ? value : otherwise
}
