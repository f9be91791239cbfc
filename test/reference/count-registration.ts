import { type Day, quarterOf, yearOf } from './days.ts'
import { isEmployed } from './employment.ts'
import { isOfWorkingAge, registeredOn } from './registered.ts'
import type { Tally } from './tally.ts'
import type { World } from './world.ts'

/** The latest 年度 of `population` not after the day's year: one for all regions. */
function populationYearOn(world: World, day: Day): string | undefined {
  const years = world.records.holders.map(({ year }) => year)
  return years
    .filter((year) => Number(year) <= yearOf(day))
    .sort()
    .at(-1)
}

/** A county-level unit, a prefecture without counties, or 660000: at the year's end, or when it began. */
function holdsHolders(world: World, region: string, year: string): boolean {
  const lastDay = `${year}-12-31`
  const leaf = world.regions.leafOf('000000', region, lastDay)
  if (!leaf.endsWith('-self') || leaf === '660000-self') return true
  const code = leaf.slice(0, 6)
  const { level, valid_from } = world.regions.unitOn(code, lastDay)
  const day = lastDay < valid_from ? valid_from : lastDay
  return level === 'prefecture' && !world.regions.hasCounties(code, day)
}

/** Rules, Indicators: C2. */
export function countEntered(world: World, day: Day, tally: Tally): void {
  for (const { registration, leaf } of registeredOn(world, day))
    if (isOfWorkingAge(registration, day)) tally.add(leaf, 1)
  const latest = populationYearOn(world, day)
  for (const { region, year, working } of world.records.holders) {
    if (year !== latest || !holdsHolders(world, region, year)) continue
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
