import type { RegionCase } from '../progress/case.ts'
import type { Day } from '../progress/day.ts'
import type { Level } from '../progress/plan.ts'
import type { Part } from '../progress/roll-up.ts'
import { FiguresOf, type Actuals } from './actuals.ts'
import { provincesOf, type Region, type RegionTree } from './regions.ts'
import type { TargetRows } from './targets.ts'

/** What the rows of one indicator are made from. */
export type Ingredients = {
  tree: RegionTree
  actuals: Actuals
  targets: TargetRows
  inScope: (province: string) => boolean
  reported: Set<string>
  /** The last day for which a unit has reported, up to the as-of day; null where it never has. */
  cutoffOf?: (unit: string) => Day | null
}

export function regionCase(region: Region, from: Ingredients): RegionCase {
  const units = region.level === 'nation' ? provincesOf(from.tree) : provinceIn(region, from.tree)
  const own = units.filter(({ code }) => from.inScope(code))
  return {
    code: region.code,
    name: region.name,
    level: region.level,
    parts: own.map(({ code }) => part(code, region, from.actuals)),
    targets: from.targets.get(region.code) ?? [],
    unitsReported: units.filter(({ code }) => from.reported.has(code)).length,
    unitsDue: units.length,
    cutoff: earliest(own.map(({ code }) => from.cutoffOf?.(code) ?? null)),
  }
}

function provinceIn(region: Region, tree: RegionTree): Region[] {
  const province = tree.get(region.province ?? '')
  return province === undefined ? [] : [province]
}

function earliest(days: (Day | null)[]): Day | null {
  return days.filter((day) => day !== null).sort()[0] ?? null
}

/** The nation is made of its provinces' figures, every other region of its own. */
function part(province: string, region: Region, actuals: Actuals): Part {
  const code = region.level === 'nation' ? province : region.code
  return { province, days: new FiguresOf(actuals, code) }
}

/** The level whose regions the rows are: that of the region itself for `self`. */
export function rowLevel(top: Region, level: Level | 'self'): Level {
  return level === 'self' ? top.level : level
}
