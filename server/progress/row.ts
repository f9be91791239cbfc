import { cutoffFigure, curveFigure, type AlongCurve, type AtCutoff } from './alongside.ts'
import { boundsOn, type MissingBounds } from './bounds.ts'
import { isRatio, unitsWithData, type Circumstances, type RegionCase } from './case.ts'
import { addDays, quartersBetween, type Day } from './day.ts'
import { daysAhead } from './expected.ts'
import { flagsOf, type Flag } from './flags.ts'
import type { Forecast } from './forecast.ts'
import { completionOf, completionPercent, gapOf, paceOf, pacePoints } from './gap.ts'
import { latenessOf } from './lateness.ts'
import { measuredOn, type Measured } from './measured.ts'
import { mixEffectOn, type MixEffect } from './mix-effect.ts'
import { outlookOn } from './outlook.ts'
import { periodOn, type Period } from './period.ts'
import { comparesYears, type Indicator, type Level } from './plan.ts'
import type { RowRank } from './row-rank.ts'
import type { StatusCounts } from './status-counts.ts'
import { statusOf, type Reason, type Status } from './status.ts'

/** A figure on the deadline itself. */
type AtDeadline = {
  day: Day
  actual: number | null
  numerator: number | null
  denominator: number | null
}

/** One indicator of one region: target beside actual. Rates are fractions of 1. */
export type ProgressRow = {
  indicator: string
  region: string
  regionName: string
  regionLevel: Level
  actual: number | null
  numerator: number | null
  denominator: number | null
  target: number | null
  ownTarget: number | null
  nationalTarget: number | null
  targetSetBy: 'plan' | 'national' | 'own' | null
  targetThrough: number | null
  deadline: Day | null
  periodYear: number | null
  basisYear: number | null
  expected: number | null
  pace: number | null
  pacePoints: number | null
  completion: number | null
  completionPercent: number | null
  gap: number | null
  days: number | null
  status: Status | null
  forecast: Forecast | null
  atDeadline: AtDeadline | null
  atCutoff: AtCutoff | null
  curve: AlongCurve | null
  comparable: number | null
  /** Between what the actual would lie had the missing units reported; null where none is missing. */
  bounds: MissingBounds | null
  /** Set by withRanks among the rows of one answer. */
  rank: RowRank | null
  /** Set by withShares among the rows of one answer. */
  share: number | null
  /** How many of the regions straight below have which status; set only where it is asked for. */
  children: StatusCounts | null
  mix: MixEffect | null
  unitsReported: number
  unitsDue: number
  unitsWithData: number
  flags: Flag[]
  reason: Reason | null
}

/** Puts the target beside the actual for one region and indicator, by the rules of each part. */
export function progressRow(region: RegionCase, about: Circumstances): ProgressRow {
  const { indicator, asOf } = about
  const period = periodOn(indicator, asOf)
  const measured = measuredOn(region, about, asOf)
  const due = measured.targets.inForce?.deadline ?? period.deadline
  const deadline = period.year === null ? due : period.deadline
  const atDeadline = deadlineFigure(region, about, deadline)
  const when = { asOf, deadline, atDeadline: atDeadline?.actual ?? null }
  const status = judgedStatus(about, period, measured, when)
  const bounds = boundsOn(region, about, measured)
  const mix = mixEffectOn(region, about)
  const { target, expected } = measured
  const against = { target, expected, rule: about.rule }
  const late = latenessOf(status, indicator.direction, bounds, against)
  const flags = flagsOf(region, about, period, measured)
  if (late !== null && asOf <= about.known) flags.push(late)
  if (mix?.isReversal === true) flags.push('mix_effect')
  const figure = figureOf(region.level, about, measured)
  const { inForce, own, national } = measured.targets
  const compared = comparisonOf(about, measured)
  // Written out: an object made of many spreads is a slow hash table, and a call makes 90,000 of them.
  return {
    indicator: indicator.code,
    region: region.code,
    regionName: region.name,
    regionLevel: region.level,
    actual: figure.actual,
    numerator: figure.numerator,
    denominator: figure.denominator,
    target,
    expected,
    ownTarget: own?.value ?? null,
    nationalTarget: national?.value ?? null,
    targetSetBy: inForce?.setBy ?? null,
    targetThrough: inForce?.through ?? null,
    pace: compared.pace,
    pacePoints: compared.pacePoints,
    completion: compared.completion,
    completionPercent: compared.completionPercent,
    gap: compared.gap,
    comparable: compared.comparable,
    deadline,
    periodYear: period.year,
    basisYear: about.basisYear(asOf),
    days: daysOf(about, measured),
    status,
    forecast: outlookOn(region, about, measured, deadline),
    atDeadline,
    atCutoff: cutoffFigure(region, about),
    curve: curveFigure(region, about, measured, { status, when }),
    bounds,
    rank: null,
    share: null,
    children: null,
    mix,
    unitsReported: region.unitsReported,
    unitsDue: region.unitsDue,
    unitsWithData: unitsWithData(region, about),
    flags,
    reason: measured.reason,
  }
}

/** The parts stand also over a denominator of 0, so that children add up to their parent. */
function figureOf(
  level: Level,
  { indicator }: Circumstances,
  { actual, counted, reason }: Measured,
) {
  const isNone = counted?.denominator === 0 && indicator.levels.includes(level)
  const parts = reason === null || isNone ? counted : null
  return {
    actual,
    numerator: parts?.numerator ?? null,
    denominator: parts?.denominator ?? null,
  }
}

function comparisonOf({ indicator }: Circumstances, { compared, target, expected }: Measured) {
  const isDown = indicator.direction === 'down'
  return {
    pace: isDown ? null : paceOf(compared, expected),
    pacePoints: isDown ? null : pacePoints(compared, expected, target, isRatio(indicator)),
    completion: isDown ? null : completionOf(compared, target),
    completionPercent: isDown ? null : completionPercent(compared, target),
    gap: gapOf(compared, target),
    comparable: comparesYears(indicator) ? compared : null,
  }
}

function daysOf({ indicator, asOf }: Circumstances, measured: Measured): number | null {
  const { actual, targets } = measured
  if (actual === null || targets.inForce === null) return null
  if (indicator.kind === 'rate' || indicator.direction === 'down') return null
  return daysAhead(targets.inForce.path, actual, asOf)
}

function judgedStatus(
  { indicator, rule }: Circumstances,
  period: Period,
  { reason, compared, target, expected }: Measured,
  when: { asOf: Day; deadline: Day | null; atDeadline: number | null },
): Status | null {
  if (period.beforePlan && !rule.judged_before_start) return null
  return statusOf(
    {
      reason,
      actual: compared,
      target,
      expected,
      direction: indicator.direction,
      asOf: when.asOf,
      deadline: when.deadline,
      atDeadline: when.atDeadline,
      start: indicator.baseline ?? 0,
      years: yearsOf(indicator, when),
    },
    rule,
  )
}

/** The years since the start and from it to the deadline, by quarters; growth from 0 has none. */
function yearsOf(
  { starts_on, baseline = 0 }: Indicator,
  { asOf, deadline }: { asOf: Day; deadline: Day | null },
) {
  if (deadline === null || baseline === 0) return null
  const from = addDays(starts_on, -1)
  return { passed: quartersBetween(from, asOf) / 4, total: quartersBetween(from, deadline) / 4 }
}

/** 逾期 of a coverage is judged by what was reached on the deadline's day, so that stands beside it. */
function deadlineFigure(
  region: RegionCase,
  about: Circumstances,
  deadline: Day | null,
): AtDeadline | null {
  if (about.indicator.kind !== 'coverage' || deadline === null || about.asOf <= deadline)
    return null
  const { actual, reason, counted } = measuredOn(region, about, deadline)
  if (reason !== null) return null
  const denominator = counted?.denominator ?? null
  return { day: deadline, actual, numerator: counted?.numerator ?? null, denominator }
}
