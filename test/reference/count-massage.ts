import type { Day } from './days.ts'
import { planEnd, planStart } from './plan-constants.ts'
import type { Course } from './records.ts'
import { registeredOn } from './registered.ts'
import type { Tally } from './tally.ts'
import type { World } from './world.ts'

export const massageCourses: Record<'B6' | 'B7' | 'B8', (course: Course) => boolean> = {
  B6: (course) => course.programme === '盲人保健按摩',
  B7: (course) => course.programme === '盲人保健按摩' && course.isNew,
  B8: (course) => course.programme === '盲人医疗按摩',
}

/** Rules, Indicators: B6 to B8 ask neither for free nor for type 1. */
export function countMassage(
  world: World,
  day: Day,
  tally: Tally,
  qualifies: (course: Course) => boolean,
): void {
  const trained = new Set<string>()
  for (const course of world.records.courses) {
    const { person, endedOn } = course
    if (!person || !qualifies(course)) continue
    if (endedOn >= planStart && endedOn <= planEnd && endedOn <= day) trained.add(person)
  }
  for (const { person, leaf } of registeredOn(world, day))
    if (trained.has(person)) tally.add(leaf, 1)
}
