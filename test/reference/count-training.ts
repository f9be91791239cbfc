import type { Day } from './days.ts'
import { type Person, type Registration, registrationOn, versionAt } from './people.ts'
import { centralAndWestern, planEnd, planStart } from './plan-constants.ts'
import type { Tally } from './tally.ts'
import type { Training, World } from './world.ts'

type Qualifies = (training: Training, version: Registration) => boolean

/** The version that counted: that of the first completion that satisfies the conditions. */
function firstCounted(
  person: Person,
  trainings: Training[],
  day: Day,
  qualifies: Qualifies,
): Registration | undefined {
  let first: { endedOn: Day; version: Registration } | undefined
  for (const training of trainings) {
    const { endedOn } = training
    if (endedOn < planStart || endedOn > planEnd || endedOn > day) continue
    const version = versionAt(person, endedOn)
    if (!version || !qualifies(training, version)) continue
    if (!first || endedOn < first.endedOn) first = { endedOn, version }
  }
  return first?.version
}

function leafIn(world: World, registration: Registration, day: Day): string {
  return world.regions.leafOf(registration.unit, registration.region, day)
}

/** Rules, Indicators: A1. */
export function countUrbanTrained(world: World, day: Day, tally: Tally): void {
  const qualifies: Qualifies = (training, version) =>
    training.programme === '城镇职业技能' && training.isFree && version.household === '城镇'
  for (const [name, trainings] of world.trainings) {
    const person = world.people.get(name)
    const registration = registrationOn(person, day)
    if (!person || !registration || !firstCounted(person, trainings, day, qualifies)) continue
    tally.add(leafIn(world, registration, day), 1)
  }
}

/** Rules, Indicators: A3; Region: shown where the person counted once the latest is out of scope. */
export function countRuralPoorTrained(world: World, day: Day, tally: Tally): void {
  const scope = world.regions.provincesOf(centralAndWestern.scheme, centralAndWestern.groups)
  const inScope = (registration: Registration) =>
    scope.has(world.regions.provinceOf(leafIn(world, registration, day), day) ?? '')
  const qualifies: Qualifies = (training, version) =>
    training.programme === '农村实用技术' &&
    training.isFree &&
    version.household === '农村' &&
    version.isPoor &&
    inScope(version)
  for (const [name, trainings] of world.trainings) {
    const person = world.people.get(name)
    const registration = registrationOn(person, day)
    if (!person || !registration) continue
    const counted = firstCounted(person, trainings, day, qualifies)
    if (!counted) continue
    tally.add(leafIn(world, inScope(registration) ? registration : counted, day), 1)
  }
}
