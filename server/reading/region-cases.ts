import { isRatio, type RegionCase } from '../progress/case.ts'
import type { Day } from '../progress/day.ts'
import type { Indicator, Level } from '../progress/plan.ts'
import { withoutNoise, type Counted } from '../progress/roll-up.ts'
import { loadActuals, type Actuals } from './actuals.ts'
import { regionCase } from './cases.ts'
import { scopeOf } from './catalogue.ts'
import type { Dataset, Known } from './dataset.ts'
import { childLevelOf, childrenOf, type Region, type RegionTree } from './regions.ts'
import { loadTargets, targetsFor } from './targets.ts'

/** One indicator of the dataset's region and of all regions below it down to a level. */
export type RegionCases = {
  of: (region: Region) => RegionCase
  /** The regions straight below that exist or hold figures, 本级 and passed ones included. */
  childrenOf: (region: Region) => Region[]
}

/** Reads provinces for the nation's own level and theirs, the leaves for every other level. */
export async function loadCases(
  dataset: Dataset,
  indicator: Indicator,
  reporting: Known,
  asked: { days: Day[]; level: Level },
): Promise<RegionCases> {
  const { load, context, plan, tree, top, snapshot } = dataset
  const isWide = top.level === 'nation' && (asked.level === 'nation' || asked.level === 'province')
  const read = { top, level: isWide ? ('province' as const) : ('county' as const) }
  const [leaves, targets] = await Promise.all([
    loadActuals(load, context, indicator, { ...read, days: asked.days }),
    loadTargets(load, context, plan.plan, [indicator], { ...read, isSelf: false }),
  ])
  const from = {
    tree,
    actuals: summedUp(tree, leaves, isRatio(indicator)),
    targets: targetsFor(indicator, targets),
    inScope: scopeOf(snapshot, indicator),
    reported: reporting.reportedIn(indicator.extract),
  }
  const counted = new Set([...from.actuals.values()].flatMap((figures) => [...figures.keys()]))
  return {
    of: (region) => regionCase(region, from),
    childrenOf: (region) => childrenOf(tree, region, (code) => counted.has(code)),
  }
}

/** A region and the regions it is made of; none where the indicator is not broken down further. */
export type Family = { whole: RegionCase; children: RegionCase[] }

export async function loadFamily(
  dataset: Dataset,
  indicator: Indicator,
  reporting: Known,
  days: Day[],
): Promise<Family> {
  const { tree, top } = dataset
  const childLevel = childLevelOf(tree, top)
  const isDivided = childLevel !== null && indicator.levels.includes(childLevel)
  const level = childLevel ?? top.level
  const cases = await loadCases(dataset, indicator, reporting, { days, level })
  const children = isDivided ? cases.childrenOf(top) : []
  return { whole: cases.of(top), children: children.map(cases.of) }
}

/** The figures of the leaves, and added up for every region in which they lie. */
function summedUp(tree: RegionTree, leaves: Actuals, isRatio: boolean): Actuals {
  const sums = new Map<Day, Map<string, Counted>>()
  for (const [day, figures] of leaves) {
    const sum = new Map<string, Counted>()
    sums.set(day, sum)
    for (const [leaf, counted] of figures)
      for (const code of withAbove(tree, leaf))
        sum.set(code, added(sum.get(code), counted, isRatio))
  }
  return sums
}

function withAbove(tree: RegionTree, leaf: string): string[] {
  const parent = tree.get(leaf)?.parent
  return parent == null ? [leaf] : [leaf, ...withAbove(tree, parent)]
}

function added(sum: Counted | undefined, more: Counted, isRatio: boolean): Counted {
  const numerator = withoutNoise((sum?.numerator ?? 0) + more.numerator)
  const denominator = withoutNoise((sum?.denominator ?? 0) + (more.denominator ?? 0))
  return { numerator, denominator: isRatio ? denominator : null }
}
