import { isRatio, type Circumstances, type RegionCase } from '../progress/case.ts'
import type { Day } from '../progress/day.ts'
import type { GapNode } from '../progress/gap-ledger.ts'
import { bothYears } from '../progress/trend.ts'
import { countedOn, measuredOn } from '../progress/measured.ts'
import { comparesYears, type Level } from '../progress/plan.ts'
import { rollUp, withoutNoise, type Counted } from '../progress/roll-up.ts'
import type { RegionCases } from './region-cases.ts'
import type { Region } from './regions.ts'

const depth: Record<Level, number> = { nation: 0, province: 1, prefecture: 2, county: 3 }

/** What each region's target asks for and what is reached, from a region down to a level. */
export function gapTree(
  region: Region,
  cases: RegionCases,
  about: Circumstances,
  level: Level,
): GapNode {
  const found = cases.of(region)
  const isDeeper = depth[region.level] < depth[level]
  const children = isDeeper ? cases.childrenOf(region) : []
  return {
    region: region.code,
    regionName: region.name,
    regionLevel: region.level,
    ...sidesOn(found, about),
    children: children.map((child) => gapTree(child, cases, about, level)),
  }
}

/** Of a count its target; of a ratio the number its target asks for: 60 % of 250 people are 150. */
function sidesOn(found: RegionCase, about: Circumstances) {
  const { reason, target } = measuredOn(found, about, about.asOf)
  if (found.parts.length === 0) return { due: null, reached: null }
  const counted = comparedCount(found, about, about.asOf)
  if (reason === 'no_data') return { due: isRatio(about.indicator) ? null : target, reached: null }
  if (!isRatio(about.indicator)) return { due: target, reached: counted?.numerator ?? null }
  const denominator = counted?.denominator ?? 0
  const due = target === null ? null : withoutNoise(target * denominator)
  return { due, reached: due === null ? null : (counted?.numerator ?? null) }
}

/** Of a trend only the provinces that reported both years. */
function comparedCount(found: RegionCase, about: Circumstances, day: Day): Counted | null {
  const { indicator, hasData } = about
  if (!comparesYears(indicator)) return countedOn(found, about, day)
  return rollUp(found.parts, day, isRatio(indicator), bothYears(hasData, day))
}
