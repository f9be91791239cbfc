import { quarterEnd, quarterOf, yearOf, type Day } from './day.ts'
import type { Indicator } from './plan.ts'

/** The stretch of time an indicator is judged by on a day. */
export type Period = {
  /** The calendar year shown, of a yearly or quarterly indicator; null for the plan as a whole. */
  year: number | null
  deadline: Day | null
  /** Before the last day of the year or quarter shown: the figure may still change. */
  provisional: boolean
  /** The day, or the year shown, lies before the plan. */
  beforePlan: boolean
}

/**
 * The period of an indicator on the as-of day. A yearly one shows the latest year whose window has
 * begun (C1: 1 July, 三（三）3; L1: 1 January) and falls due on the last day of that window, a
 * quarterly one (C2, C3: 三（三）4) on the last day of the quarter.
 * Example: C1 on 2018-06-30 is that of 2017, final; on 2018-09-30 that of 2018, provisional.
 */
export function periodOn(indicator: Indicator, asOf: Day): Period {
  if (indicator.period === 'plan') {
    const beforePlan = asOf < indicator.starts_on
    return { year: null, deadline: indicator.deadline, provisional: false, beforePlan }
  }
  if (indicator.period === 'quarter') return quarterOn(indicator, asOf)
  if (indicator.period === 'rolling') return rollingOn(indicator, asOf)
  const begun = asOf.slice(5) >= monthDay(indicator, 'window_from', '01-01')
  const year = yearOf(asOf) - (begun ? 0 : 1)
  const deadline = `${year}-${monthDay(indicator, 'window_to', '12-31')}`
  const beforePlan = year < yearOf(indicator.starts_on)
  return { year, deadline, provisional: asOf < deadline, beforePlan }
}

function quarterOn(indicator: Indicator, asOf: Day): Period {
  const deadline = quarterEnd(quarterOf(asOf))
  const beforePlan = asOf < indicator.starts_on
  return { year: yearOf(asOf), deadline, provisional: asOf < deadline, beforePlan }
}

/** The months up to a day are whole on every day: L10, L11. */
function rollingOn(indicator: Indicator, asOf: Day): Period {
  const beforePlan = asOf < indicator.starts_on
  return { year: null, deadline: null, provisional: false, beforePlan }
}

/** Whether there is anything to count yet: L8 is not applicable before its rule's first year. */
export function hasBegun({ parameters }: Indicator, day: Day): boolean {
  const first = parameters['first_year']
  return typeof first !== 'number' || yearOf(day) >= first
}

function monthDay(indicator: Indicator, parameter: string, otherwise: string): string {
  const value = indicator.parameters[parameter]
  return typeof value === 'string' ? value : otherwise
}
