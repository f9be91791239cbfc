import { isRatio, unitsWithData, type Circumstances, type RegionCase } from './case.ts'
import { pacePoints } from './gap.ts'
import type { Measured } from './measured.ts'
import type { Period } from './period.ts'
import { comparesYears, type Indicator } from './plan.ts'
import { hasYearGap } from './target.ts'
import { bothYears } from './trend.ts'

/** What a reader must know beside the figure. */
export type Flag =
  | 'provisional'
  | 'before_plan'
  | 'interpretation'
  | 'demonstration_scaled'
  | 'beyond_data'
  | 'target_to_year'
  | 'target_year_gap'
  | 'partial_data'
  | 'over_target'
  | 'not_started'
  | 'insufficient_data'
  | 'not_comparable'
  | 'data_late'
  | 'work_late'
  | 'mix_effect'

/**
 * What is true of the figure. 超额 over_target: more than 10 points above what is expected (`over_points`
 * of the plan). 未开始 not_started: nothing reached where something is expected. 数据不足
 * insufficient_data: fewer than half of the region's units have data. 口径不可比 not_comparable: a year
 * is set against another that not all units with data reported.
 */
export function flagsOf(
  region: RegionCase,
  about: Circumstances,
  period: Period,
  measured: Measured,
): Flag[] {
  const { indicator, asOf, known, demonstration } = about
  const withData = unitsWithData(region, about)
  const units = region.parts.length
  // One test after another: a table of them would be made anew for each of 90,000 rows.
  const flags: Flag[] = []
  if (period.provisional && measured.actual !== null) flags.push('provisional')
  if (period.beforePlan) flags.push('before_plan')
  if (indicator.interpretation !== null) flags.push('interpretation')
  if (demonstration && isScaled(indicator)) flags.push('demonstration_scaled')
  if (asOf > known) flags.push('beyond_data')
  if (measured.targets.inForce?.through != null) flags.push('target_to_year')
  if (hasYearGap(indicator, region.targets)) flags.push('target_year_gap')
  if (withData > 0 && withData < units) flags.push('partial_data')
  if (isOver(about, measured)) flags.push('over_target')
  if (measured.actual === 0 && (measured.expected ?? 0) > 0) flags.push('not_started')
  if (withData > 0 && withData * 2 < units) flags.push('insufficient_data')
  if (measured.actual !== null && isUnlike(region, about, measured)) flags.push('not_comparable')
  return flags
}

function isScaled({ unit }: Indicator): boolean {
  return unit === 'persons' || unit === 'yuan'
}

const OVER_POINTS = 10

function isOver({ indicator, rule }: Circumstances, measured: Measured): boolean {
  const { compared, expected, target } = measured
  if (indicator.direction === 'down') return false
  const points = pacePoints(compared, expected, target, isRatio(indicator))
  return points !== null && points > (rule.over_points ?? OVER_POINTS)
}

function isUnlike(region: RegionCase, about: Circumstances, { compared }: Measured): boolean {
  if (!comparesYears(about.indicator)) return false
  const both = bothYears(about.hasData, about.asOf)
  const isCompared = ({ province }: { province: string }) => both(province, about.asOf)
  const units = region.parts.filter(isCompared).length
  return compared === null || units < unitsWithData(region, about)
}
