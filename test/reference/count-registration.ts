import { type Day, quarterOf, yearOf } from './days.ts'
import { isEmployed } from './employment.ts'
import { isOfWorkingAge, registeredOn } from './registered.ts'
import type { Tally } from './tally.ts'
import type { World } from './world.ts'

/** The latest 年度 of `population` not after the day's year: one for all regions. */
export function populationYearOn(world: World, day: Day): string | undefined {
  const years = world.records.holders.map(({ year }) => year)
  return years
    .filter((year) => Number(year) <= yearOf(day))
    .sort()
    .at(-1)
}

/** Rules, Indicators: C2. */
export function countEntered(world: World, day: Day, tally: Tally): void {
  for (const { registration, leaf } of registeredOn(world, day))
    if (isOfWorkingAge(registration, day)) tally.add(leaf, 1)
  const latest = populationYearOn(world, day)
  for (const { region, year, working } of world.records.holders) {
    if (year !== latest || !world.regions.standsForPeople(region, `${year}-12-31`)) continue
    tally.add(world.regions.leafOf('000000', region, day), 0, working)
  }
}

/** Rules, Indicators: C3. */
export function countUpdated(world: World, day: Day, tally: Tally): void {
  for (const { person, registration, leaf } of registeredOn(world, day)) {
    if (!isOfWorkingAge(registration, day)) continue
    const versions = world.people.get(person)?.versions ?? []
    const isUpdated = versions.some(
      ({ updatedOn }) => updatedOn <= day && quarterOf(updatedOn) === quarterOf(day),
    )
    tally.add(leaf, isUpdated ? 1 : 0, 1)
  }
}

/** Rules, Indicators: C4. */
export function countSurveyed(world: World, day: Day, tally: Tally): void {
  for (const { person, registration, leaf } of registeredOn(world, day)) {
    const surveyed = registration.values.survey_employment
    if (!surveyed) continue
    const agrees = (surveyed === '已就业') === isEmployed(world, person, day)
    tally.add(leaf, agrees ? 1 : 0, 1)
  }
}
