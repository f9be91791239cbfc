import type { RegionCase } from '../progress/case.ts'
import type { Day } from '../progress/day.ts'
import type { Level } from '../progress/plan.ts'
import { remembered } from '../progress/remembered.ts'
import type { Part } from '../progress/roll-up.ts'
import type { TargetRow } from '../progress/target.ts'
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
  return regionCases(from)(region)
}

/** The same for many regions: what they share with others of their province is worked out once. */
export function regionCases(from: Ingredients): (region: Region) => RegionCase {
  const unitsOf = remembered((province: string) => unitsIn(province, from))
  return (region) => {
    const whole = region.level === 'nation' ? region.code : (region.province ?? '')
    const { own, unitsReported, unitsDue, cutoff } = unitsOf(whole)
    return {
      code: region.code,
      name: region.name,
      level: region.level,
      parts: own.map((code) => part(code, region, from.actuals)),
      targets: from.targets.get(region.code) ?? NONE,
      unitsReported,
      unitsDue,
      cutoff,
    }
  }
}

const NONE: TargetRow[] = []

/** A province's own, or all of the nation's. */
function unitsIn(code: string, { tree, inScope, reported, cutoffOf }: Ingredients) {
  const region = tree.get(code)
  const units = region?.level === 'nation' ? provincesOf(tree) : [region ?? []].flat()
  const codes = units.map((unit) => unit.code)
  const own = codes.filter(inScope)
  return {
    own,
    unitsReported: codes.filter((unit) => reported.has(unit)).length,
    unitsDue: codes.length,
    cutoff: earliest(own.map((unit) => cutoffOf?.(unit) ?? null)),
  }
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
