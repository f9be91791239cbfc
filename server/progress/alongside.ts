import type { Circumstances, RegionCase } from './case.ts'
import { expectedByQuarter, expectedBySeason, type CurveName, type QuarterStep } from './curves.ts'
import { addDays, quarterEnds, quarterOf, type Day } from './day.ts'
import { paceOf } from './gap.ts'
import { countedOn, measuredOn, type Measured } from './measured.ts'
import { valueOf } from './roll-up.ts'
import { statusOf, type Judged, type Status } from './status.ts'

/** The pace on the last day for which the region's units have reported. */
export type AtCutoff = {
  day: Day
  actual: number | null
  expected: number | null
  pace: number | null
}

/**
 * The pace at the region's own data cut-off, where that is earlier than the as-of day: a late report
 * is no lag of the work. Null where it is not earlier, and for what starts anew every year.
 * Example: a province that last reported 2018Q1, on 2018-06-30: the figures of 2018-03-31.
 */
export function cutoffFigure(region: RegionCase, about: Circumstances): AtCutoff | null {
  const { cutoff } = region
  if (cutoff == null || cutoff >= about.asOf || about.indicator.period !== 'plan') return null
  const { actual, compared, expected } = measuredOn(region, about, cutoff)
  if (actual === null) return null
  const isDown = about.indicator.direction === 'down'
  return { day: cutoff, actual, expected, pace: isDown ? null : paceOf(compared, expected) }
}

/** The same figure against another line; `agrees` tells whether the status is the plan's own. */
export type AlongCurve = {
  name: CurveName
  expected: number | null
  pace: number | null
  status: Status | null
  agrees: boolean
}

/** Null unless a curve is asked for and the indicator has a line of its own to run beside. */
export function curveFigure(
  region: RegionCase,
  about: Circumstances,
  measured: Measured,
  judged: { status: Status | null; when: Pick<Judged, 'asOf' | 'deadline' | 'atDeadline'> },
): AlongCurve | null {
  const { curve, indicator, rule } = about
  const path = measured.targets.inForce?.path
  if (curve === undefined || path === undefined || indicator.kind === 'rate') return null
  if (indicator.direction === 'down') return null
  const expected =
    curve === 'quarters'
      ? expectedByQuarter(path, about.asOf)
      : expectedBySeason(path, about.asOf, stepsOf(region, about))
  const { reason, compared, target } = measured
  const direction = indicator.direction
  const status =
    expected === null
      ? null
      : statusOf({ reason, actual: compared, target, expected, direction, ...judged.when }, rule)
  const agrees = expected === null || status === judged.status
  return { name: curve, expected, pace: paceOf(compared, expected), status, agrees }
}

function stepsOf(region: RegionCase, about: Circumstances): QuarterStep[] {
  const { indicator, asOf, known } = about
  const last = asOf < known ? asOf : known
  const valueBy = (day: Day) => valueOf(countedOn(region, about, day))
  let before = valueBy(addDays(indicator.starts_on, -1))
  return quarterEnds(indicator.starts_on, last).flatMap((end) => {
    const value = end <= last ? valueBy(end) : null
    const step = value === null ? null : value - (before ?? 0)
    before = value
    return step === null ? [] : [{ quarter: quarterOf(end), value: step }]
  })
}
