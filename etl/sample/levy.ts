import { data_end, dayOf, quarterOf } from './days.ts'
import { creditCode } from './identity.ts'
import type { Spell } from './jobs.ts'
import { certificateOf, type Person } from './person.ts'
import { codeAt, type Place } from './places.ts'
import { labelHash } from './random.ts'
import type { World } from './world.ts'

export const levy_years = [2016, 2017, 2018]

/** An employer that files; `organ` for party and government organs. */
export interface Employer {
  code: string
  region: Place | string
  organ: '' | '省级党政机关' | '地市级残工委主要成员单位'
  name: string
  serial: number
}

/** People placed with an employer, by year: when it first files, and by the year's end. */
export interface Placed {
  heads: number[]
  weighted: number[]
  lateHeads: number[]
  lateWeighted: number[]
}

/** One unit's employers and who works there under the quota. */
export class Levy {
  readonly placed = new Map<string, Placed>()
  private readonly byPlace = new Map<Place, Employer[]>()
  readonly employers: Employer[] = []

  constructor(readonly unit: string) {}

  addEmployer(employer: Employer): void {
    this.employers.push(employer)
    if (typeof employer.region === 'string') return
    const list = this.byPlace.get(employer.region)
    if (list) list.push(employer)
    else this.byPlace.set(employer.region, [employer])
  }

  /** Gives a placed person an employer, and sends a placement for each year it lasts. */
  employ(world: World, person: Person, spell: Spell): string {
    const list = this.byPlace.get(spell.place) ?? this.employers
    const spread = world.random.next()
    const employer = list[Math.floor(spread * spread * list.length)] ?? this.employers[0]
    if (!employer) return ''
    for (const year of levy_years) this.place(world, person, spell, employer, year)
    return employer.code
  }

  private place(
    world: World,
    person: Person,
    spell: Spell,
    employer: Employer,
    year: number,
  ): void {
    const ended = spell.end > 0 && spell.end < dayOf(year, 1, 1)
    if (ended || spell.start > Math.min(dayOf(year, 12, 31), data_end)) return
    if (person.registered > Math.min(dayOf(year, 12, 31), data_end)) return
    const filing = quarterOf(dayOf(year, 6, 30))
    const known = Math.max(quarterOf(spell.start), quarterOf(person.registered), filing)
    this.count(employer, year, person.grade <= 2 ? 2 : 1, known > filing)
    const wage = Math.round(world.expected.unit.wage * (0.6 + 0.5 * world.random.next()))
    const end = spell.end > 0 && spell.end <= data_end ? spell.end : ''
    const cells = [year, employer.code, certificateOf(person), regionOf(employer, year)]
    world.out.add('placement', known, [...cells, spell.start, end, wage, true, ''])
  }

  count(employer: Employer, year: number, weight: number, late: boolean): void {
    let placed = this.placed.get(employer.code)
    if (!placed) {
      placed = { heads: [], weighted: [], lateHeads: [], lateWeighted: [] }
      this.placed.set(employer.code, placed)
    }
    const at = year - 2016
    const heads = late ? placed.lateHeads : placed.heads
    const weighted = late ? placed.lateWeighted : placed.weighted
    heads[at] = (heads[at] ?? 0) + 1
    weighted[at] = (weighted[at] ?? 0) + weight
  }
}

export function regionOf(employer: Employer, year: number): string {
  const { region } = employer
  return typeof region === 'string' ? region : codeAt(region, dayOf(year, 6, 30))
}

/** The unit's employers: the organs that should lead, then companies by county. */
export function addEmployers(
  levy: Levy,
  places: readonly Place[],
  companies: (place: Place) => number,
  organs: { province: number; prefecture: number },
  nameOf: (code: string) => string,
): void {
  let serial = 0
  const organ = (region: string, kind: Employer['organ'], at: number) => {
    serial++
    const name = `${nameOf(region)}${organ_names[at % organ_names.length] ?? ''}`
    levy.addEmployer({ code: creditCode('11', region, serial), region, organ: kind, name, serial })
  }
  for (let i = 0; i < organs.province; i++) organ(levy.unit, '省级党政机关', i)
  const prefectures = [...new Set(places.map((place) => place.prefecture))].sort()
  for (const code of prefectures.filter((code) => code !== levy.unit)) {
    for (let i = 0; i < organs.prefecture; i++) organ(code, '地市级残工委主要成员单位', i)
  }
  for (const place of places) {
    for (let i = companies(place); i > 0; i--) {
      serial++
      const code = creditCode('91', codeAt(place, 0), serial)
      const name = `${place.name}${trades[serial % trades.length] ?? ''}${String(serial)}号单位`
      levy.addEmployer({ code, region: place, organ: '', name, serial })
    }
  }
}

const organ_names = ['财政局', '民政局', '教育局', '人社局', '卫生局', '税务局', '发改委', '交通局']
const trades = ['纺织', '电子', '食品', '机械', '建材', '物流', '服装', '包装', '商贸', '信息']

/** A number from 0 to 1 that belongs to an employer and a purpose. */
export function drawOf(employer: Employer, salt: string): number {
  return labelHash(employer.code + salt) / 4294967296
}
