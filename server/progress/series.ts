import type { Circumstances, RegionCase } from './case.ts'
import { nextQuarter, quarterEnd, quarterOf, type Day, type Quarter } from './day.ts'
import { measuredOn, type Measured } from './measured.ts'
import { outlookOn } from './outlook.ts'
import { periodOn } from './period.ts'

type Note = 'as_of' | 'provisional' | 'before_plan' | 'deadline'

/** One quarter of a region's indicator; after the as-of day the actual is null. */
export type SeriesRow = {
  quarter: Quarter
  day: Day
  actual: number | null
  numerator: number | null
  denominator: number | null
  target: number | null
  expected: number | null
  forecast: { low: number; mid: number; high: number } | null
  notes: Note[]
}

/** A row a quarter, from the quarter of `from` to that of `to`; the as-of quarter ends on its day. */
export function seriesRows(
  region: RegionCase,
  about: Circumstances,
  from: Day,
  to: Day,
): SeriesRow[] {
  const now = measuredOn(region, about, about.asOf)
  const rows: SeriesRow[] = []
  for (let quarter = quarterOf(from); ; quarter = nextQuarter(quarter)) {
    rows.push(seriesRow(region, about, now, quarter))
    if (quarter >= quarterOf(to)) return rows
  }
}

function seriesRow(
  region: RegionCase,
  about: Circumstances,
  now: Measured,
  quarter: Quarter,
): SeriesRow {
  const day = quarter === quarterOf(about.asOf) ? about.asOf : quarterEnd(quarter)
  const isPast = day <= about.asOf
  const measured = day === about.asOf ? now : measuredOn(region, about, day)
  const counted = isPast && measured.reason === null ? measured.counted : null
  return {
    quarter,
    day,
    actual: isPast ? measured.actual : null,
    numerator: counted?.numerator ?? null,
    denominator: counted?.denominator ?? null,
    target: measured.target,
    expected: measured.expected,
    forecast: forecastPoint(region, about, now, day),
    notes: notesOn(about, day),
  }
}

/** From the as-of day, where it starts as the actual, to the deadline. */
function forecastPoint(region: RegionCase, about: Circumstances, now: Measured, day: Day) {
  const { deadline } = about.indicator
  if (day < about.asOf || deadline === null || day > deadline) return null
  if (outlookOn(region, about, now, deadline) === null) return null
  if (day === about.asOf) {
    const { actual } = now
    return actual === null ? null : { low: actual, mid: actual, high: actual }
  }
  const outlook = outlookOn(region, about, now, day)
  return outlook === null ? null : { low: outlook.low, mid: outlook.mid, high: outlook.high }
}

function notesOn({ indicator, asOf }: Circumstances, day: Day): Note[] {
  const period = periodOn(indicator, day)
  const marks: [Note, boolean][] = [
    ['as_of', day === asOf],
    ['provisional', period.provisional && day <= asOf],
    ['before_plan', period.beforePlan],
    ['deadline', period.deadline !== null && day === period.deadline],
  ]
  return marks.filter(([, holds]) => holds).map(([note]) => note)
}
