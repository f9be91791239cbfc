import type { Day } from './days.ts'
import { registrationOn } from './people.ts'
import { planEnd, planStart } from './plan-constants.ts'
import type { Course } from './records.ts'
import type { Tally } from './tally.ts'
import type { World } from './world.ts'

/** A number of staff names one person only within a unit; a certificate's does everywhere. */
function nameOf({ unit, person, trainee }: Course): string {
  return person ?? `${unit} ${trainee}`
}

/** The earlier completion, then the lower unit, then the lower record. */
function comesFirst(one: Course, other: Course): boolean {
  const order = ({ endedOn, unit, record }: Course) => `${endedOn} ${unit} ${record}`
  return order(one) < order(other)
}

/** Rules, Indicators and Region: B5 and C5, in the place of the first completion. */
export function countStaff(world: World, day: Day, tally: Tally, programme: string): void {
  const first = new Map<string, Course>()
  for (const course of world.records.courses) {
    const { endedOn, person } = course
    if (course.programme !== programme || endedOn < planStart || endedOn > planEnd) continue
    if (endedOn > day || (person && !registrationOn(world.people.get(person), day))) continue
    const before = first.get(nameOf(course))
    if (!before || comesFirst(course, before)) first.set(nameOf(course), course)
  }
  for (const { unit, region } of first.values())
    tally.add(world.regions.leafOf(unit, region, day), 1)
}
