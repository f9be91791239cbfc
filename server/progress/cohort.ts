import { addDays, type Day } from './day.ts'
import type { Plan } from './plan.ts'
import type { Reason } from './status.ts'

/** A month as text, `2018-06`. */
export type Month = string
type Outcome = 'converted' | 'stable'
type CohortCounts = { numerator: number; denominator: number }

/** After how many days a month's trainings are looked at, and for how long a spell may convert. */
export type Horizons = { converted: number[]; stable: number[]; followDays: number }

export type CohortRow = {
  month: Month
  outcome: Outcome
  days: number
  /** The first as-of day on which the days have passed for every training of the month. */
  knownFrom: Day
  numerator: number | null
  denominator: number | null
  /** A fraction of 1. */
  actual: number | null
  reason: Reason | 'not_yet' | null
}

export type CohortAbout = {
  asOf: Day
  followDays: number
  hasData: boolean
  counts: CohortCounts | null
}

export function horizonsOf({ indicators }: Plan): Horizons {
  const asked = (view: string) =>
    indicators.find(({ members }) => members.view === view)?.parameters ?? {}
  const daysOf = (view: string) => (asked(view)['cohort_days'] ?? []) as number[]
  return {
    converted: daysOf('conversion'),
    stable: daysOf('stability'),
    followDays: Number(asked('stability')['follow_days'] ?? 0),
  }
}

function monthEnd(month: Month): Day {
  const [year = 0, number = 0] = month.split('-').map(Number)
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10)
}

/** Months from the first to the last that has ended by the day. */
export function monthsUntil(first: Month, asOf: Day): Month[] {
  const months: Month[] = []
  for (let month = first; monthEnd(month) <= asOf; month = addDays(monthEnd(month), 1).slice(0, 7))
    months.push(month)
  return months
}

/** A month that is not known yet has no figure and says so: counted now it would be too low. */
export function cohortRow(
  { month, outcome, days }: Pick<CohortRow, 'month' | 'outcome' | 'days'>,
  { asOf, followDays, hasData, counts }: CohortAbout,
): CohortRow {
  const wait = outcome === 'stable' ? followDays + days - 1 : days
  const knownFrom = addDays(monthEnd(month), wait)
  const nothing = { numerator: null, denominator: null, actual: null }
  const head = { month, outcome, days, knownFrom }
  if (!hasData) return { ...head, ...nothing, reason: 'no_data' }
  if (knownFrom > asOf) return { ...head, ...nothing, reason: 'not_yet' }
  const { numerator, denominator } = counts ?? { numerator: 0, denominator: 0 }
  if (denominator === 0)
    return { ...head, numerator, denominator, actual: null, reason: 'not_applicable' }
  return { ...head, numerator, denominator, actual: numerator / denominator, reason: null }
}
