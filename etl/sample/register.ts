import { data_end, dayOf, plan_start, quarterOf, quarterSpan, quarters } from './days.ts'
import type { Cell } from './files/columns.ts'
import { certificateOf, dayIn, isWorkingAge, type Person } from './person.ts'
import { codeAt } from './places.ts'
import type { World } from './world.ts'

/** Sends the person's registration as it stands on `updated`. */
export function sendRegistration(world: World, person: Person, updated: number, state = ''): void {
  world.out.add('registration', quarterOf(updated), registrationCells(person, updated, state))
}

export function registrationCells(person: Person, updated: number, state = ''): Cell[] {
  const graduated = person.graduation > 0
  const level = person.college ? '大专及以上' : '中专'
  const survey = person.employed ? '已就业' : '未就业'
  return [
    certificateOf(person),
    person.name,
    person.male ? '男' : '女',
    person.born,
    codeAt(person.place, updated),
    person.urban ? '城镇' : '农村',
    person.education,
    person.poor,
    person.lowIncome,
    person.zeroEmployment,
    person.family,
    person.wantsWork,
    person.wantsMassage,
    person.surveyed ? !person.employed : '',
    person.surveyed ? survey : '',
    graduated ? person.graduation : '',
    graduated ? level : '',
    person.registered,
    updated,
    state,
  ]
}

/**
 * The first registration and what becomes of it: routine updates, moves within the unit, changes
 * of household, poverty or grade, re-issued cards. Nothing changes before `settled`, the day by
 * which everything the person is counted for has happened.
 */
export function sendRegister(world: World, person: Person, settled: number): void {
  const { random } = world
  world.tally(person)
  const backlog = person.registered < plan_start
  const updated = backlog
    ? random.whole(Math.max(person.registered, dayOf(2015, 1, 1)), quarterSpan(0)[1])
    : person.registered
  sendRegistration(world, person, updated)
  const from = quarterOf(Math.max(updated, settled)) + 1
  if (from >= quarters.length) return
  const day = dayIn(random, random.whole(from, quarters.length - 1))
  if (world.out.together(quarterOf(updated), quarterOf(day))) return
  change(world, person, day)
}

function change(world: World, person: Person, day: number): void {
  const roll = world.random.next()
  if (roll < 0.012) reissue(world, person, day)
  else if (roll < 0.02) reassess(world, person, day)
  else if (roll < 0.03) person.place = world.otherPlace(person.place)
  else if (roll < 0.035) person.urban = !person.urban
  else if (person.poor && roll < 0.16) person.poor = false
  else if (roll > 0.035 + world.model.refreshed) return
  sendRegistration(world, person, day)
}

/** The card's number gets a suffix; most units retract the record under the old one. */
function reissue(world: World, person: Person, day: number): void {
  if (world.random.chance(0.6)) sendRegistration(world, person, day, '作废')
  person.suffix = person.suffix === 'B1' ? 'B2' : 'B1'
}

function reassess(world: World, person: Person, day: number): void {
  if (world.random.chance(0.6)) sendRegistration(world, person, day, '作废')
  person.grade = person.grade === 4 ? 3 : person.grade + 1
}

export function isCountedInPopulation(person: Person, year: number): boolean {
  const end = Math.min(dayOf(year, 12, 31), data_end)
  return person.registered <= end && isWorkingAge(person, end)
}
