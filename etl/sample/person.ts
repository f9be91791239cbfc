import { data_end, dayOf, dayText, plan_start, quarterSpan } from './days.ts'
import { personName } from './names.ts'
import type { Place } from './places.ts'
import type { Random } from './random.ts'
import type { World } from './world.ts'

/** A fictitious person as the register knows them; changes are made on it as the years pass. */
export interface Person {
  number: string
  suffix: string
  disability: number
  grade: number
  name: string
  male: boolean
  born: number
  place: Place
  urban: boolean
  poor: boolean
  lowIncome: boolean
  zeroEmployment: boolean
  family: string
  education: string
  wantsWork: boolean | ''
  wantsMassage: boolean | ''
  employed: boolean
  surveyed: boolean
  graduation: number
  college: boolean
  registered: number
}

/** What a role asks of the person who plays it; anything not asked is left to chance. */
export interface Profile {
  ages: readonly [number, number]
  urban?: boolean
  poor?: boolean
  blind?: boolean
  employed?: boolean
  registeredBy?: number
  registeredFrom?: number
}

const year_days = 365.2425
const table_start = dayOf(1915, 1, 1)
const schooling = ['文盲', '小学', '初中', '高中', '中专', '大专', '本科'] as const
const schooling_weights = [0.18, 0.34, 0.31, 0.09, 0.04, 0.03, 0.01]

export function newPerson(world: World, place: Place, profile: Profile): Person {
  const { random } = world
  const male = random.chance(0.59)
  const registered = registrationDay(random, profile)
  const born = bornWithin(random, profile.ages, registered)
  const urban = profile.urban ?? random.chance(place.urban)
  const poor = profile.poor ?? (!urban && random.chance(0.16))
  const person: Person = {
    number: world.number(born - table_start, dayText(born, 'compact'), male),
    suffix: random.chance(0.03) ? `B${String(random.whole(1, 2))}` : '',
    disability: profile.blind ? 1 : disabilityType(random.next()),
    grade: gradeOf(random.next()),
    name: personName(random),
    male,
    born,
    place,
    urban,
    poor,
    lowIncome: random.chance(poor ? 0.6 : 0.14),
    zeroEmployment: random.chance(0.02),
    family: '',
    education: random.weighted(schooling, schooling_weights),
    wantsWork: '',
    wantsMassage: '',
    employed: profile.employed ?? false,
    surveyed: false,
    graduation: 0,
    college: false,
    registered,
  }
  completeForAge(world, person)
  return person
}

export function isWorkingAge(person: Person, day: number): boolean {
  const age = (day - person.born) / year_days
  return age >= 16 && age < (person.male ? 60 : 55)
}

export function certificateOf(person: Person): string {
  return person.number + String(person.disability) + String(person.grade) + person.suffix
}

function completeForAge(world: World, person: Person): void {
  const { random } = world
  if (person.lowIncome || person.zeroEmployment) person.family = world.familyNumber()
  if (!isWorkingAge(person, data_end)) return
  person.surveyed = random.chance(0.85)
  person.wantsWork = random.chance(person.employed ? 0.08 : 0.36)
  if (person.disability === 1) person.wantsMassage = random.chance(0.06)
}

function registrationDay(random: Random, profile: Profile): number {
  const latest = profile.registeredBy ?? data_end
  if (profile.registeredFrom !== undefined) {
    return random.whole(profile.registeredFrom, Math.max(profile.registeredFrom, latest))
  }
  return Math.min(latest, random.whole(dayOf(2009, 1, 1), plan_start - 1))
}

/** Born so that the age holds in the middle of 2018, and not after the registration. */
function bornWithin(random: Random, ages: readonly [number, number], registered: number): number {
  const age = ages[0] + random.next() * (ages[1] - ages[0])
  const born = Math.floor(data_end - age * year_days)
  return Math.min(born, registered - 200)
}

function disabilityType(value: number): number {
  if (value < 0.57) return 4
  if (value < 0.69) return 1
  if (value < 0.79) return 6
  if (value < 0.885) return 5
  if (value < 0.965) return 2
  return value < 0.98 ? 3 : 7
}

function gradeOf(value: number): number {
  if (value < 0.14) return 1
  if (value < 0.46) return 2
  return value < 0.71 ? 3 : 4
}

/** A random day of the quarter with this index. */
export function dayIn(random: Random, quarter: number): number {
  const [first, last] = quarterSpan(quarter)
  return random.whole(first, last)
}
