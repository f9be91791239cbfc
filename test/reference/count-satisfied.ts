import { type Day, yearOf } from './days.ts'
import { registrationOn } from './people.ts'
import type { Tally } from './tally.ts'
import type { World } from './world.ts'

/** Rules, Levy: L12, by where the training was. */
export function countSatisfied(world: World, day: Day, tally: Tally): void {
  for (const { unit, region, person, endedOn, satisfaction } of world.records.courses) {
    if (!satisfaction || yearOf(endedOn) !== yearOf(day) || endedOn > day) continue
    if (person && !registrationOn(world.people.get(person), day)) continue
    const leaf = world.regions.leafOf(unit, region, day)
    tally.add(leaf, Number(satisfaction) >= 4 ? 1 : 0, 1)
  }
}
