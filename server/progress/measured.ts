import { isRatio, type Circumstances, type RegionCase } from './case.ts'
import { expectedByQuarter } from './curves.ts'
import type { Day } from './day.ts'
import { expectedOn } from './expected.ts'
import { hasBegun, periodOn } from './period.ts'
import { comparesYears } from './plan.ts'
import { rollUp, valueOf, type Counted } from './roll-up.ts'
import { reasonOf } from './reason.ts'
import type { Reason } from './status.ts'
import { targetsOf, type Targets } from './target.ts'
import { comparisonOn } from './trend.ts'

/** A region's figure on a day beside what it is set against. */
export type Measured = {
  counted: Counted | null
  actual: number | null
  reason: Reason | null
  targets: Targets
  target: number | null
  expected: number | null
  /** What target and expected are compared with: the actual, or a trend's comparable part of it. */
  compared: number | null
}

const NO_TARGETS: Targets = { inForce: null, own: null, national: null }

/** What was counted in the region by the day; null where none of its provinces has data. */
export function countedOn(region: RegionCase, about: Circumstances, day: Day): Counted | null {
  return rollUp(region.parts, day, isRatio(about.indicator), about.hasData)
}

export function measuredOn(region: RegionCase, about: Circumstances, day: Day): Measured {
  const { indicator } = about
  const counted = countedOn(region, about, day)
  const reason = reasonOf({
    level: region.level,
    levels: indicator.levels,
    inScope: region.parts.length > 0 && hasBegun(indicator, day),
    counted,
  })
  const actual = reason === null ? valueOf(counted) : null
  if (comparesYears(indicator)) return comparedOn(region, about, day, { counted, actual, reason })
  const { year } = periodOn(indicator, day)
  const targets = targetsOf(indicator, region.level === 'nation', region.targets, year)
  const inForce = targets.inForce
  const expected = inForce === null ? null : expectation(about, inForce, day)
  const target = inForce?.value ?? null
  return { counted, actual, reason, targets, target, expected, compared: actual }
}

/** Rates are expected at their full target on every day, all others on their line. */
function expectation(
  { indicator, rule }: Circumstances,
  target: NonNullable<Targets['inForce']>,
  day: Day,
): number {
  if (indicator.kind === 'rate') return target.value
  return rule.curve === 'quarters'
    ? expectedByQuarter(target.path, day)
    : expectedOn(target.path, day)
}

function comparedOn(
  region: RegionCase,
  { hasData, indicator }: Circumstances,
  day: Day,
  figure: Pick<Measured, 'counted' | 'actual' | 'reason'>,
): Measured {
  const comparison = comparisonOn(region.parts, day, hasData, isRatio(indicator))
  const target = comparison?.lastYear ?? null
  const compared = comparison?.thisYear ?? null
  return { ...figure, targets: NO_TARGETS, target, expected: target, compared }
}
