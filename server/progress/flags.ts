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
  const flags: Flag[] = []
  const raise = (flag: Flag, holds: boolean) => {
    if (holds) flags.push(flag)
  }
  raise('provisional', period.provisional && measured.actual !== null)
  raise('before_plan', period.beforePlan)
  raise('interpretation', indicator.interpretation !== null)
  raise('demonstration_scaled', demonstration && isScaled(indicator))
  raise('beyond_data', asOf > known)
  raise('target_to_year', measured.targets.inForce?.through != null)
  raise('target_year_gap', hasYearGap(indicator, region.targets))
  raise('partial_data', withData > 0 && withData < region.parts.length)
  raise('over_target', isOver(about, measured))
  raise('not_started', measured.actual === 0 && (measured.expected ?? 0) > 0)
  raise('insufficient_data', withData > 0 && withData * 2 < region.parts.length)
  raise('not_comparable', measured.actual !== null && isUnlike(region, about, measured))
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
