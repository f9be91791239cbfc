import { type Day, yearOf } from './days.ts'
import type { Deed } from './records.ts'
import type { Tally } from './tally.ts'
import type { World } from './world.ts'

/** Each of the 32 is in the denominator, done or not. */
function countDone(world: World, day: Day, tally: Tally, deeds: Deed[]): void {
  const done = new Set<string>()
  for (const { unit, region, completedOn } of deeds)
    if (completedOn <= day) done.add(world.regions.leafOf(unit, region, day))
  for (const province of world.regions.provinces)
    tally.add(`${province}-self`, done.has(`${province}-self`) ? 1 : 0, 1)
}

/** Rules, Indicators: M1 to M5, of any accepted row, also one replaced since. */
export function countMilestone(world: World, day: Day, tally: Tally, milestone: string): void {
  const deeds = world.records.everyDeed.filter((deed) => deed.milestone === milestone)
  countDone(world, day, tally, deeds)
}

/** Rules, Indicators: M6 and L14, a row for the calendar year. */
export function countYearly(world: World, day: Day, tally: Tally, milestone: string): void {
  const year = String(yearOf(day))
  const deeds = world.records.deeds.filter(
    (deed) => deed.milestone === milestone && deed.year === year,
  )
  countDone(world, day, tally, deeds)
}
