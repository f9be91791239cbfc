import { type Day, earlier } from './days.ts'
import type { Tally } from './tally.ts'
import type { Institution, World } from './world.ts'

/** Sheltered employment, open from 成立日期 to the day before 停办日期. */
function isOpen(institution: Institution, day: Day): boolean {
  const { kind, foundedOn, closedOn } = institution
  return kind === '辅助性就业机构' && foundedOn <= day && day < closedOn
}

/**
 * Rules, Indicators: B3 (the districts) and B4 (every other county-level unit). A unit dissolved
 * since the deadline is shown where its code lands on the day; an institution under a code that came
 * after the deadline covers the units that have become that one.
 */
export function countCovered(
  world: World,
  day: Day,
  deadline: Day,
  districts: boolean,
  tally: Tally,
): void {
  const { regions } = world
  const dueOn = earlier(day, deadline)
  const units = regions.unitsOn(dueOn).filter((unit) => unit.level === 'county')
  const due = new Set(units.map((unit) => unit.code))
  const covered = new Set<string>()
  const since = new Set<string>()
  for (const institution of world.institutions) {
    if (!isOpen(institution, day)) continue
    const leaf = regions.leafOf(institution.unit, institution.region, dueOn)
    if (due.has(leaf)) covered.add(leaf)
    else since.add(regions.leafOf(institution.unit, institution.region, day))
  }
  for (const unit of units) {
    if ((unit.kind === '市辖区') !== districts) continue
    const shown = regions.leafOf('', unit.code, day)
    tally.add(shown, covered.has(unit.code) || since.has(shown) ? 1 : 0, 1)
  }
}
