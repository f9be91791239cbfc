import type { Day } from './days.ts'
import { isEmployed } from './employment.ts'
import { personOf } from './numbers-of-people.ts'
import type { Registration } from './people.ts'
import type { Tally } from './tally.ts'
import type { World } from './world.ts'

function householdsOn(world: World, day: Day): Registration[][] {
  const households = new Map<string, Registration[]>()
  for (const { standing } of world.people.values())
    for (const registration of standing) {
      const family = registration.values.family_number
      if (!family || registration.registeredOn > day) continue
      const name = `${registration.unit} ${family}`
      households.set(name, [...(households.get(name) ?? []), registration])
    }
  return [...households.values()]
}

function isFlagged({ values }: Registration): boolean {
  return values.zero_employment === '是' || values.minimum_living === '是'
}

/** The earliest 登记日期, then the lower number. */
function firstOf(members: Registration[]): Registration {
  const order = ({ registeredOn, key }: Registration) => `${registeredOn} ${key}`
  return members.reduce((first, member) => (order(member) < order(first) ? member : first))
}

/** Rules, Indicators: C7. */
export function countHouseholds(world: World, day: Day, tally: Tally): void {
  for (const members of householdsOn(world, day)) {
    if (!members.some(isFlagged)) continue
    const works = members.some(({ key }) => isEmployed(world, personOf(key), day))
    const { unit, region } = firstOf(members)
    tally.add(world.regions.leafOf(unit, region, day), works ? 1 : 0, 1)
  }
}
