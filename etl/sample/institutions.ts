import { data_end, dayOf, plan_start, quarterOf, quarterSpan } from './days.ts'
import type { Cell } from './files/columns.ts'
import type { Outbox } from './files/outbox.ts'
import type { Model, UnitModel } from './model.ts'
import { codeAt, type Geography, type Place } from './places.ts'
import { Random } from './random.ts'

const supported = '辅助性就业机构'
const deadline = dayOf(2017, 12, 31)

/** Every prefecture has one training institution that the trainings of its people name. */
export function trainingInstitution(prefecture: string): string {
  return `PX${prefecture}01`
}

interface Institution {
  code: string
  name: string
  kind: string
  tier: string
  place: Place | string
  founded: number
  closed?: number
  capacity: number
}

/** Sends what a unit has: institutions do not shrink with the scale. */
export function sendInstitutions(
  out: Outbox,
  model: Model,
  unit: UnitModel,
  geography: Geography,
  seed: number,
): void {
  const places = geography.places.get(unit.code) ?? []
  const random = new Random(seed, `institutions ${unit.code}`)
  for (const made of [
    ...supportedEmployment(unit, model, places, geography, random),
    ...training(unit, places, geography, random),
    ...special(unit, model, places, geography, random),
    ...services(places, random),
  ]) {
    sendInstitution(out, made)
  }
}

/** Sent when founded, and again when it closes. */
function sendInstitution(out: Outbox, made: Institution): void {
  const known = quarterOf(made.founded)
  const closed = made.closed !== undefined && made.closed <= data_end ? made.closed : 0
  const last = closed > 0 ? quarterOf(closed) : known
  if (!out.together(known, last)) out.add('institution', known, institutionCells(made, known, 0))
  out.add('institution', last, institutionCells(made, last, closed))
}

function institutionCells(made: Institution, quarter: number, closed: number): Cell[] {
  const { place } = made
  const region = typeof place === 'string' ? place : codeAt(place, quarterSpan(quarter)[1])
  const ended = closed === 0 ? '' : closed
  return [
    made.code,
    made.name,
    made.kind,
    made.tier,
    region,
    made.founded,
    ended,
    made.capacity,
    '',
  ]
}

/** Covers the planned share of districts and of other counties, at a growing pace. */
function supportedEmployment(
  unit: UnitModel,
  model: Model,
  places: Place[],
  geography: Geography,
  random: Random,
): Institution[] {
  const kindOf = (place: Place) => geography.kinds.get(codeAt(place, data_end)) ?? place.kind
  const counties = onePerCode(places).filter((place) => countyKinds.has(kindOf(place)))
  const shuffled = counties.map((place) => ({ place, key: random.next() }))
  shuffled.sort((a, b) => a.key - b.key)
  const districts = shuffled.filter(({ place }) => kindOf(place) === '市辖区')
  const others = shuffled.filter(({ place }) => kindOf(place) !== '市辖区')
  const late = Math.round((districts.length * (1 - unit.b3)) / 6)
  const covered = Math.round(districts.length * unit.b3)
  return [
    ...districts.slice(0, covered).flatMap((at) => open(at.place, deadline, model, random)),
    ...districts
      .slice(covered, covered + late)
      .map((at) => supportedAt(at.place, 1, random.whole(deadline + 1, data_end))),
    ...others
      .slice(0, Math.round(others.length * unit.b4))
      .flatMap((at) => open(at.place, data_end, model, random)),
  ]
}

const countyKinds = new Set(['市辖区', '县', '县级市', '自治县', '旗', '自治旗', '林区', '特区'])

/** One in nine has a second; some first ones close and are replaced before the last day. */
function open(place: Place, last: number, model: Model, random: Random): Institution[] {
  const early = random.chance(0.4)
  const from = codeStart(place)
  const founded = early
    ? random.whole(dayOf(2010, 1, 1), plan_start - 1)
    : random.whole(Math.max(plan_start, from), last)
  const made = supportedAt(place, 1, founded)
  const second = supportedAt(place, 2, Math.min(last, founded + random.whole(1, 500)))
  if (random.chance(model.institutions.supported_employment_second)) return [made, second]
  if (early && random.chance(0.03)) {
    const closed = random.whole(plan_start, last - 30)
    return [{ ...made, closed }, supportedAt(place, 2, closed + random.whole(-20, 20))]
  }
  return [made]
}

function supportedAt(place: Place, serial: number, founded: number): Institution {
  return {
    code: `FZ${codeAt(place, 0)}${String(serial).padStart(2, '0')}`,
    name: `${place.name}残疾人辅助性就业中心${serial === 1 ? '' : '（二）'}`,
    kind: supported,
    tier: '县',
    place,
    founded,
    capacity: 15 + ((founded * 7) % 60),
  }
}

function codeStart(place: Place): number {
  return place.codes[0]?.from ?? 0
}

/** Counties that merged into one are one. */
function onePerCode(places: Place[]): Place[] {
  const seen = new Set<string>()
  return places.filter((place) => {
    const code = codeAt(place, data_end)
    return !seen.has(code) && seen.add(code)
  })
}

function prefecturesOf(places: Place[]): string[] {
  return [...new Set(places.map((place) => place.prefecture))].sort()
}

function training(
  unit: UnitModel,
  places: Place[],
  geography: Geography,
  random: Random,
): Institution[] {
  return prefecturesOf(places).map((code) => ({
    code: trainingInstitution(code),
    name: `${geography.names.get(code) ?? ''}残疾人职业培训中心`,
    kind: '职业培训机构',
    tier: code === unit.code ? '省' : '市',
    place: code,
    founded: random.whole(dayOf(2005, 1, 1), plan_start - 1),
    capacity: random.whole(40, 300),
  }))
}

function services(places: Place[], random: Random): Institution[] {
  return onePerCode(places).map((place) => ({
    code: `FW${codeAt(place, 0)}01`,
    name: `${place.name}残疾人就业服务所`,
    kind: '就业服务机构',
    tier: '县',
    place,
    founded: Math.max(codeStart(place), random.whole(dayOf(2002, 1, 1), plan_start - 1)),
    capacity: 0,
  }))
}

interface Special {
  kind: string
  letter: string
  share: number
  level: 'province' | 'prefecture'
}

/** Kinds of which a unit or a prefecture has one or none. */
function specials(model: Model): Special[] {
  return [
    { kind: '盲人按摩实训基地', letter: 'SX', share: 0.12, level: 'prefecture' },
    { kind: '盲人按摩专科医院', letter: 'YY', share: 0.16, level: 'province' },
    {
      kind: '职业能力评估室',
      letter: 'PG',
      share: model.institutions.assessment_prefectures,
      level: 'prefecture',
    },
    { kind: '职业能力评估室', letter: 'PS', share: 0.65, level: 'province' },
    { kind: '就业辅导员培训基地', letter: 'FD', share: 0.6, level: 'province' },
    {
      kind: '创业孵化基地',
      letter: 'FH',
      share: model.institutions.startup_hubs / 330,
      level: 'prefecture',
    },
  ]
}

function special(
  unit: UnitModel,
  model: Model,
  places: Place[],
  geography: Geography,
  random: Random,
): Institution[] {
  const prefectures = prefecturesOf(places).filter((code) => code !== unit.code)
  return specials(model).flatMap(({ kind, letter, share, level }) => {
    const homes = level === 'province' ? [unit.code] : prefectures
    const chosen = homes.filter(() => random.chance(share))
    return chosen.map((code) => ({
      code: `${letter}${code}01`,
      name: `${geography.names.get(code) ?? ''}${kind}`,
      kind,
      tier: level === 'province' ? '省' : '市',
      place: code,
      founded: random.whole(dayOf(2012, 1, 1), data_end - 40),
      capacity: random.whole(10, 120),
    }))
  })
}
