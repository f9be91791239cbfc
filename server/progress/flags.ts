import { unitsWithData, type Circumstances, type RegionCase } from './case.ts'
import type { Measured } from './measured.ts'
import type { Period } from './period.ts'
import { hasYearGap } from './target.ts'

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

export function flagsOf(
  region: RegionCase,
  about: Circumstances,
  period: Period,
  measured: Measured,
): Flag[] {
  const { indicator, asOf, known, demonstration } = about
  const withData = unitsWithData(region, about)
  const raised: [Flag, boolean][] = [
    ['provisional', period.provisional && measured.actual !== null],
    ['before_plan', period.beforePlan],
    ['interpretation', indicator.interpretation !== null],
    ['demonstration_scaled', demonstration && ['persons', 'yuan'].includes(indicator.unit)],
    ['beyond_data', asOf > known],
    ['target_to_year', measured.targets.inForce?.through != null],
    ['target_year_gap', hasYearGap(indicator, region.targets)],
    ['partial_data', withData > 0 && withData < region.parts.length],
  ]
  return raised.filter(([, holds]) => holds).map(([flag]) => flag)
}
