import { addDays, type Day, earlier, yearOf } from './days.ts'
import { registrationOn } from './people.ts'
import { planEnd, planStart } from './plan-constants.ts'
import type { Tally } from './tally.ts'
import type { Spell, World } from './world.ts'

/** Begun earlier and still open the day before: the person was already in urban work. */
function isNew(spell: Spell, urban: Spell[]): boolean {
  const dayBefore = addDays(spell.startedOn, -1)
  return !urban.some((other) => other.startedOn < spell.startedOn && other.endedOn >= dayBefore)
}

/** Rules, Indicators: A2. */
export function countNewlyEmployed(world: World, day: Day, tally: Tally): void {
  const until = earlier(day, planEnd)
  for (const [name, spells] of world.spells) {
    const registration = registrationOn(world.people.get(name), day)
    if (!registration) continue
    const urban = spells.filter((spell) => spell.locality === '城镇')
    const counts = urban.some(
      (spell) => spell.startedOn >= planStart && spell.startedOn <= until && isNew(spell, urban),
    )
    if (counts) tally.add(world.regions.leafOf(registration.unit, registration.region, day), 1)
  }
}

/** The latest year whose 1 July has come. */
export function graduationYearOn(day: Day): number {
  return day.slice(5) >= '07-01' ? yearOf(day) : yearOf(day) - 1
}

/** Rules, Indicators: C1. */
export function countGraduates(world: World, day: Day, tally: Tally): void {
  const year = graduationYearOn(day)
  const from = `${year}-07-01`
  const until = earlier(day, `${year}-12-31`)
  for (const [name, person] of world.people) {
    const registration = registrationOn(person, day)
    if (registration?.graduationYear !== String(year)) continue
    const spells = world.spells.get(name) ?? []
    const employed = spells.some((spell) => spell.startedOn <= until && spell.endedOn >= from)
    const leaf = world.regions.leafOf(registration.unit, registration.region, day)
    tally.add(leaf, employed ? 1 : 0, 1)
  }
}
