import { addDays, type Day, earlier, yearOf } from './days.ts'
import { registrationOn } from './people.ts'
import { actionEnd, actionStart, planEnd, planStart } from './plan-constants.ts'
import type { Tally } from './tally.ts'
import type { Spell, World } from './world.ts'

/** Begun earlier and still open the day before: the person was already in work. */
function isNew(spell: Spell, all: Spell[]): boolean {
  const dayBefore = addDays(spell.startedOn, -1)
  return !all.some((other) => other.startedOn < spell.startedOn && other.endedOn >= dayBefore)
}

type Asked = { from: Day; to: Day; isAsked: (spell: Spell) => boolean }

/** Who began to work within a plan, once each. */
function countBegun(world: World, day: Day, tally: Tally, { from, to, isAsked }: Asked): void {
  const until = earlier(day, to)
  for (const [name, spells] of world.spells) {
    const registration = registrationOn(world.people.get(name), day)
    if (!registration) continue
    const own = spells.filter(isAsked)
    const counts = own.some(
      (spell) => spell.startedOn >= from && spell.startedOn <= until && isNew(spell, own),
    )
    if (counts) tally.add(world.regions.leafOf(registration.unit, registration.region, day), 1)
  }
}

/** Rules, Indicators: A2. */
export function countNewlyEmployed(world: World, day: Day, tally: Tally): void {
  const isAsked = ({ locality }: Spell) => locality === '城镇'
  countBegun(world, day, tally, { from: planStart, to: planEnd, isAsked })
}

/** Three-year action: T1, town and country together. */
export function countEmployedAnywhere(world: World, day: Day, tally: Tally): void {
  countBegun(world, day, tally, { from: actionStart, to: actionEnd, isAsked: () => true })
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
