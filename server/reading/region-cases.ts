import { isRatio, type RegionCase } from '../progress/case.ts'
import type { Day } from '../progress/day.ts'
import type { Indicator, Level } from '../progress/plan.ts'
import { withoutNoise, type Counted } from '../progress/roll-up.ts'
import { loadActuals, type Actuals } from './actuals.ts'
import { regionCase } from './cases.ts'
import { scopeOf } from './catalogue.ts'
import type { Dataset, Known } from './dataset.ts'
import { childLevelOf, childrenOf, type Region, type RegionTree } from './regions.ts'
import { loadTargets, targetsFor, type TargetRows } from './targets.ts'

/** A region and the regions it is made of; none where the indicator is not broken down further. */
export type Family = { whole: RegionCase; children: RegionCase[] }

/**
 * Reads one indicator of the dataset's region and of its children: of the nation its provinces, of
 * the others whatever lies straight below, 本级 and regions that have passed included.
 */
export async function loadFamily(
  dataset: Dataset,
  indicator: Indicator,
  reporting: Known,
  days: Day[],
): Promise<Family> {
  const { load, context, plan, tree, top, snapshot } = dataset
  const asked = { top, days, regions: tree.size }
  const isDivided = indicator.levels.includes(childLevelOf(tree, top) ?? 'nation')
  const leaves = { ...asked, level: leafLevel(top) }
  const ofTop = { top, level: top.level, isSelf: true }
  const ofChildren = { top, level: leafLevel(top), isSelf: false }
  const own = top.level === 'nation' ? leaves : { ...asked, level: top.level }
  const [actuals, below, targets, targetsBelow] = await Promise.all([
    loadActuals(load, context, indicator, own),
    isDivided ? loadActuals(load, context, indicator, leaves) : new Map(),
    loadTargets(load, context, plan.plan, [indicator], ofTop),
    isDivided ? loadTargets(load, context, plan.plan, [indicator], ofChildren) : new Map(),
  ])
  const inScope = scopeOf(snapshot, indicator)
  const reported = reporting.reportedIn(indicator.extract)
  const caseOf = (region: Region, of: { actuals: Actuals; targets: TargetRows }) =>
    regionCase(region, { tree, ...of, inScope, reported })
  const summed = summedInto(tree, top, below, isRatio(indicator))
  const ofChild = { actuals: summed, targets: targetsFor(indicator, targetsBelow) }
  const children = isDivided ? childrenOf(tree, top, (code) => summed.has(code)) : []
  return {
    whole: caseOf(top, { actuals, targets: targetsFor(indicator, targets) }),
    children: children.map((child) => caseOf(child, ofChild)),
  }
}

function leafLevel({ level }: Region): Level {
  return level === 'nation' ? 'province' : 'county'
}

/** The figures of the leaves added up into the children of a region in which they lie. */
function summedInto(tree: RegionTree, top: Region, leaves: Actuals, isRatio: boolean): Actuals {
  const sums: Actuals = new Map()
  for (const [leaf, days] of leaves) {
    const child = childAbove(tree, top, leaf)
    const sum = sums.get(child) ?? new Map<Day, Counted>()
    sums.set(child, sum)
    for (const [day, counted] of days) sum.set(day, added(sum.get(day), counted, isRatio))
  }
  return sums
}

function childAbove(tree: RegionTree, top: Region, leaf: string): string {
  let code = leaf
  for (let parent = tree.get(leaf)?.parent; parent != null; parent = tree.get(parent)?.parent) {
    if (parent === top.code) return code
    code = parent
  }
  return code
}

function added(sum: Counted | undefined, more: Counted, isRatio: boolean): Counted {
  const numerator = withoutNoise((sum?.numerator ?? 0) + more.numerator)
  const denominator = withoutNoise((sum?.denominator ?? 0) + (more.denominator ?? 0))
  return { numerator, denominator: isRatio ? denominator : null }
}
