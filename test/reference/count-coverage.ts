import { type Day, earlier } from './days.ts'
import type { Tally } from './tally.ts'
import type { World } from './world.ts'

/** Where a sheltered-employment institution is open: from 成立日期 to the day before 停办日期. */
function coveredUnits(world: World, day: Day, dueOn: Day): Set<string> {
  const open = world.institutions.filter(
    (one) => one.kind === '辅助性就业机构' && one.foundedOn <= day && day < one.closedOn,
  )
  return new Set(open.map((one) => world.regions.leafOf(one.unit, one.region, dueOn)))
}

/**
 * Rules, Indicators: B3 (the districts) and B4 (every other county-level unit). A unit that has been
 * dissolved since it fell due counts where its code lies on the as-of day.
 */
export function countCovered(
  world: World,
  day: Day,
  deadline: Day,
  districts: boolean,
  tally: Tally,
): void {
  const dueOn = earlier(day, deadline)
  const covered = coveredUnits(world, day, dueOn)
  for (const unit of world.regions.unitsOn(dueOn)) {
    if (unit.level !== 'county' || (unit.kind === '市辖区') !== districts) continue
    tally.add(world.regions.leafOf('', unit.code, day), covered.has(unit.code) ? 1 : 0, 1)
  }
}
