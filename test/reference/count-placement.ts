import { type Day, yearOf } from './days.ts'
import { registrationOn } from './people.ts'
import type { Tally } from './tally.ts'
import type { Placement, World } from './world.ts'

/** The earlier contract, then the lower unit, then the lower credit code. */
function comesFirst(one: Placement, other: Placement): boolean {
  const order = (placement: Placement) =>
    `${placement.startedOn} ${placement.unit} ${placement.creditCode}`
  return order(one) < order(other)
}

/** Rules, Levy: a contract that covers a day of its year up to the as-of day. */
function isValid(placement: Placement, day: Day): boolean {
  const year = String(yearOf(day))
  return (
    placement.year === year && placement.startedOn <= day && placement.endedOn >= `${year}-01-01`
  )
}

/** Rules, Levy: L1. */
export function countPlaced(world: World, day: Day, tally: Tally): void {
  for (const [name, placements] of world.placements) {
    if (!registrationOn(world.people.get(name), day)) continue
    let first: Placement | undefined
    for (const placement of placements) {
      if (!isValid(placement, day)) continue
      if (!first || comesFirst(placement, first)) first = placement
    }
    if (first) tally.add(world.regions.leafOf(first.unit, first.region, day), 1)
  }
}
