import type { CurveName } from './curves.ts'
import type { Day } from './day.ts'
import type { PastForecasts } from './forecast-record.ts'
import type { Indicator, Level, StatusRule } from './plan.ts'
import type { HasData, Part } from './roll-up.ts'
import type { TargetRow } from './target.ts'

/** One region with what was counted in it and the target rows that name it. */
export type RegionCase = {
  code: string
  name: string
  level: Level
  /** Its provinces within the indicator's scope; none where the region lies outside. */
  parts: Part[]
  targets: TargetRow[]
  unitsReported: number
  unitsDue: number
  /** The last day for which all its units with data have reported; null where that is not known. */
  cutoff?: Day | null
}

/** What is the same for all regions of one indicator on one day. */
export type Circumstances = {
  indicator: Indicator
  rule: StatusRule
  asOf: Day
  /** The as-of day of the dataset itself: later days know no more than this one. */
  known: Day
  /** Counts and their targets are a scaled-down demonstration. */
  demonstration: boolean
  hasData: HasData
  /** What forecasts of growing counts take from all provinces; null: from the region alone. */
  past: PastForecasts | null
  /** Whether a unit that is due has not sent the extract for the as-of day's quarter (yearly: year). */
  isLate: (province: string) => boolean
  /** The year whose filings or population stand for a day (B1, B2, C2); null for the others. */
  basisYear: (day: Day) => number | null
  /** Another line to show beside the plan's own. */
  curve?: CurveName | undefined
}

export function isRatio(indicator: Indicator): boolean {
  return indicator.members.denominator !== null
}

/** How many of the region's provinces have data of the indicator's extract that holds for the day. */
export function unitsWithData(region: RegionCase, { hasData, asOf }: Circumstances): number {
  return region.parts.filter((part) => hasData(part.province, asOf)).length
}
