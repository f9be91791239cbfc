import type { Day } from './days.ts'
import type { Accepted } from './inbox.ts'
import { personOf } from './numbers-of-people.ts'
import { compareSubmitted } from './order.ts'
import { latestByKey } from './standing.ts'
import type { Values } from './validation.ts'

export type Registration = {
  unit: string
  quarter: string
  stem: string
  line: number
  region: string
  household: string
  isPoor: boolean
  graduationYear: string | null
  registeredOn: Day
  updatedOn: Day
  key: string
  values: Values
}

/** `standing` may hold for a day; `versions` also those since replaced, of keys not retracted. */
export type Person = { standing: Registration[]; versions: Registration[] }
export type People = Map<string, Person>

function registrationFrom(row: Accepted): Registration {
  const values = row.values
  return {
    unit: row.unit,
    quarter: row.quarter,
    stem: row.stem,
    line: row.line,
    region: values.region_code ?? '',
    household: values.household ?? '',
    isPoor: values.poverty_registered === '是',
    graduationYear: values.graduation_year ?? null,
    registeredOn: values.registered_on ?? '',
    updatedOn: values.updated_on ?? '',
    key: row.key,
    values,
  }
}

/** The later 更新日期 first, then the later submitted, then the higher unit, then the later line. */
function better(one: Registration, other: Registration): number {
  if (one.updatedOn !== other.updatedOn) return one.updatedOn > other.updatedOn ? -1 : 1
  const submitted = compareSubmitted(other, one)
  if (submitted !== 0) return submitted
  if (one.unit !== other.unit) return one.unit > other.unit ? -1 : 1
  return other.line - one.line
}

/** Everyone by the first eighteen characters, their registrations best first. */
export function peopleFrom(rows: Accepted[]): People {
  const people: People = new Map()
  const latest = latestByKey(rows)
  for (const row of rows) {
    const last = latest.get(`${row.unit}|${row.key}`)
    if (row.isVoid || last?.isVoid) continue
    const name = personOf(row.key)
    const person = people.get(name) ?? { standing: [], versions: [] }
    const registration = registrationFrom(row)
    person.versions.push(registration)
    if (row === last) person.standing.push(registration)
    people.set(name, person)
  }
  for (const person of people.values()) {
    person.standing.sort(better)
    person.versions.sort(better)
  }
  return people
}

/** 登记日期 is a dated fact: before it a registration says nothing. */
export function registrationOn(person: Person | undefined, day: Day): Registration | undefined {
  return person?.standing.find((registration) => registration.registeredOn <= day)
}

/** The version in force when a training ended; the first version where all are later. */
export function versionAt(person: Person, endedOn: Day): Registration | undefined {
  return person.versions.find((version) => version.updatedOn <= endedOn) ?? person.versions.at(-1)
}
