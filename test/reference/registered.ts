import { type Day, yearOf } from './days.ts'
import { type Registration, registrationOn } from './people.ts'
import type { World } from './world.ts'

/** Someone with a registration on the day, and the leaf it lies in. */
export type Registered = { person: string; registration: Registration; leaf: string }

export function registeredOn(world: World, day: Day): Registered[] {
  const found: Registered[] = []
  for (const [person, known] of world.people) {
    const registration = registrationOn(known, day)
    if (!registration) continue
    const leaf = world.regions.leafOf(registration.unit, registration.region, day)
    found.push({ person, registration, leaf })
  }
  return found
}

/** Rules, Time: full years; born on 29 February, on 1 March of other years. */
function ageOn(born: Day, day: Day): number {
  return yearOf(day) - yearOf(born) - (day.slice(5) < born.slice(5) ? 1 : 0)
}

/** Plan 13-5: men from 16 to 59, women from 16 to 54. */
export function isOfWorkingAge({ values }: Registration, day: Day): boolean {
  const age = ageOn(values.birth_date ?? '', day)
  return age >= 16 && age <= (values.sex === '女' ? 54 : 59)
}

/** Three-year action: men and women alike. */
export function isBetween16And59({ values }: Registration, day: Day): boolean {
  const age = ageOn(values.birth_date ?? '', day)
  return age >= 16 && age <= 59
}
