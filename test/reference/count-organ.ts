import type { Day } from './days.ts'
import type { Tally } from './tally.ts'
import type { World } from './world.ts'

/** The highest 年度 for which at least half of the 32 units have filed by the day. */
export function filingYearOn(world: World, day: Day): string | undefined {
  const units = new Map<string, Set<string>>()
  for (const { unit, year, filedOn } of world.records.filings) {
    if (filedOn > day || !world.regions.provinces.includes(unit)) continue
    units.set(year, (units.get(year) ?? new Set()).add(unit))
  }
  const due = world.regions.provinces.length
  const years = [...units].filter(([, filed]) => filed.size * 2 >= due).map(([year]) => year)
  return years.sort().at(-1)
}

/** Rules, Indicators: B1 and B2. */
export function countOrgans(world: World, day: Day, tally: Tally, kind: string): void {
  const latest = filingYearOn(world, day)
  for (const { unit, region, year, standing, heads, filedOn } of world.records.filings) {
    if (standing !== kind || year !== latest || filedOn > day) continue
    tally.add(world.regions.leafOf(unit, region, day), heads >= 1 ? 1 : 0, 1)
  }
}
