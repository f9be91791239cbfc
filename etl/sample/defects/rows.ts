import { quarterSpan } from '../days.ts'
import type { Cell } from '../files/columns.ts'
import { creditCode } from '../identity.ts'
import type { Extract } from '../layout.ts'
import { certificateOf, newPerson, type Person } from '../person.ts'
import { codeAt, type Place } from '../places.ts'
import { registrationCells, sendRegistration } from '../register.ts'
import type { World } from '../world.ts'

let serial = 0

/** Starts the numbering of planted records again, so that two runs in one process are alike. */
export function restartNumbers(): void {
  serial = 0
}

function number(letter: string): string {
  return `${letter}P${String(100_000 + ++serial)}`
}

/** Someone of working age, long registered, whom nothing else is recorded of. */
export function someone(world: World, place: Place): Person {
  const person = newPerson(world, place, { ages: [25, 50], urban: false, poor: false })
  person.suffix = ''
  return person
}

type Rows = Partial<Record<Extract, () => Cell[]>>

/** A sound row of the extract, about a registered person where it is about one. */
export function soundRow(world: World, extract: Extract, quarter: number, place: Place): Cell[] {
  const rows = {
    ...rowsAboutPeople(world, quarter, place),
    ...rowsAboutEmployers(world, quarter, place),
    ...rowsAboutRegions(quarter, place),
  }
  const row = rows[extract]
  if (!row) throw new Error(`No sound row of ${extract} is known`)
  return row()
}

function certificate(world: World, quarter: number, place: Place): string {
  const person = someone(world, place)
  sendRegistration(world, person, quarterSpan(quarter)[0])
  return certificateOf(person)
}

function employer(place: Place): string {
  return creditCode('91', codeAt(place, 0), 900_000 + ++serial)
}

// prettier-ignore
function rowsAboutPeople(world: World, quarter: number, place: Place): Rows {
  const [first, last] = quarterSpan(quarter)
  const code = codeAt(place, last)
  const person = () => certificate(world, quarter, place)
  return {
    registration: () => registrationCells(someone(world, place), first + 10),
    employment: () => [
      number('E'), person(), '灵活就业', '农村', code, first, '', '', '', false, 1800, '',
    ],
    training: () => [
      number('T'), person(), '', '农村实用技术', '', `PX${place.prefecture}01`, '家禽养殖', code,
      first, last, false, false, '', 4, 500, '',
    ],
    service: () => [number('S'), person(), '职业指导', first + 5, `FW${code}01`, ''],
  }
}

// prettier-ignore
function rowsAboutEmployers(world: World, quarter: number, place: Place): Rows {
  const [first, last] = quarterSpan(quarter)
  const code = codeAt(place, last)
  const year = 2016 + Math.floor(quarter / 4)
  return {
    levy_filing: () => [
      year, employer(place), '演示用人单位', '民营企业', '其他', code, 120, 0, 50_000,
      '90000.00', '0.00', '90000.00', last - 10, '',
    ],
    placement: () => [
      year, employer(place), certificate(world, quarter, place), code, first - 30, '', 3000, true, '',
    ],
    levy_ledger: () => [
      number('L'), year, String((quarter % 4) + 1), code, '支出', '其他', '1000.00', '',
    ],
  }
}

// prettier-ignore
function rowsAboutRegions(quarter: number, place: Place): Rows {
  const [first, last] = quarterSpan(quarter)
  const code = codeAt(place, last)
  return {
    institution: () => [
      number('J'), '演示机构', '创业孵化基地', '县', code, first - 400, '', 20, '',
    ],
    target: () => ['13-5', 'C2', code, '全期', '100'],
    milestone: () => ['M6', code, 2016 + Math.floor(quarter / 4), first + 3, ''],
    population: () => [code, 2014, 1000, 500, 60],
    published: () => [2015, number('演示指标'), '1', '万人', '演示'],
  }
}
