import { dayOf } from './days.ts'
import type { Outbox } from './files/outbox.ts'
import type { UnitExpectation } from './expectations.ts'
import { codeAt, type Place } from './places.ts'
import { apportioned, sum } from './quota.ts'

const plan = '13-5'
const whole = '全期'

/** A count that the nation breaks down: of which plan (13-5 unless said), how much, by what weight, how far down. */
interface Counted {
  plan?: string
  indicator: string
  national: number
  people: boolean
  depth: 'province' | 'prefecture' | 'county'
  weigh: (expected: UnitExpectation) => number
  weighPlace: (place: Place) => number
}

const all = (expected: UnitExpectation) => expected.unit.weight
const urban = (expected: UnitExpectation) => expected.unit.weight * expected.unit.urban
const poor = (expected: UnitExpectation) =>
  expected.inScope ? expected.unit.weight * (1 - expected.unit.urban) : 0
const placeUrban = (place: Place) => place.weight * place.urban
const placeRural = (place: Place) => place.weight * (1 - place.urban)
const placeAll = (place: Place) => place.weight

const counted: Counted[] = [
  {
    indicator: 'A1',
    national: 1_000_000,
    people: true,
    depth: 'county',
    weigh: urban,
    weighPlace: placeUrban,
  },
  {
    indicator: 'A2',
    national: 500_000,
    people: true,
    depth: 'county',
    weigh: urban,
    weighPlace: placeUrban,
  },
  {
    indicator: 'A3',
    national: 500_000,
    people: true,
    depth: 'county',
    weigh: poor,
    weighPlace: placeRural,
  },
  {
    indicator: 'B5',
    national: 2_500,
    people: true,
    depth: 'province',
    weigh: all,
    weighPlace: placeAll,
  },
  {
    indicator: 'B6',
    national: 50_000,
    people: true,
    depth: 'prefecture',
    weigh: all,
    weighPlace: placeAll,
  },
  {
    indicator: 'B7',
    national: 20_000,
    people: true,
    depth: 'prefecture',
    weigh: all,
    weighPlace: placeAll,
  },
  {
    indicator: 'B8',
    national: 25_000,
    people: true,
    depth: 'province',
    weigh: all,
    weighPlace: placeAll,
  },
  {
    indicator: 'B9',
    national: 70,
    people: false,
    depth: 'province',
    weigh: all,
    weighPlace: placeAll,
  },
  {
    indicator: 'B10',
    national: 10,
    people: false,
    depth: 'province',
    weigh: all,
    weighPlace: placeAll,
  },
  {
    indicator: 'C5',
    national: 10_000,
    people: true,
    depth: 'province',
    weigh: all,
    weighPlace: placeAll,
  },
  {
    plan: 'three-year-2022',
    indicator: 'T1',
    national: 1_000_000,
    people: true,
    depth: 'province',
    weigh: all,
    weighPlace: placeAll,
  },
]

/** Units that set themselves more than the nation asks, and by how much. */
const stricter: Record<string, number> = { '310000': 1.15, '330000': 1.2, '440000': 1.1 }
const own_graduate_rate: Record<string, string> = { '110000': '65', '440000': '65' }

/** The nation's breakdown by unit, sent by 000000; whole numbers that add up exactly. */
export function sendNationalTargets(
  out: Outbox,
  expected: UnitExpectation[],
  scale: number,
): Map<string, Map<string, number>> {
  const given = new Map<string, Map<string, number>>()
  for (const target of counted) {
    const total = Math.round(target.national * (target.people ? scale : 1))
    const named = [target.plan ?? plan, target.indicator]
    out.add('target', 0, [...named, '000000', whole, total])
    const shares = apportioned(total, expected.map(target.weigh))
    given.set(
      target.indicator,
      new Map(expected.map((row, at) => [row.unit.code, shares[at] ?? 0])),
    )
    expected.forEach((row, at) => {
      if (target.weigh(row) === 0) return
      out.add('target', 0, [...named, row.unit.code, whole, shares[at] ?? 0])
    })
  }
  return given
}

/** A unit's own target, and its breakdown to prefectures and counties, in the second quarter. */
export function sendUnitTargets(
  out: Outbox,
  expected: UnitExpectation,
  places: readonly Place[],
  given: Map<string, Map<string, number>>,
): void {
  const { code } = expected.unit
  for (const target of counted) {
    if (target.depth === 'province' || target.weigh(expected) === 0) continue
    const national = given.get(target.indicator)?.get(code) ?? 0
    const own = Math.round(national * (stricter[code] ?? 1))
    out.add('target', 1, [plan, target.indicator, code, whole, own])
    breakDown(out, target, own, code, places)
  }
  const rate = own_graduate_rate[code]
  if (rate !== undefined) out.add('target', 1, [plan, 'C1', code, whole, rate])
  if (code === '330000') sendYearly(out, given.get('A2')?.get(code) ?? 0, code)
}

function breakDown(
  out: Outbox,
  target: Counted,
  own: number,
  unit: string,
  places: readonly Place[],
): void {
  const day = dayOf(2016, 6, 30)
  const homes = places.filter(
    (place) => (place.codes[0]?.from ?? 0) <= day && codeAt(place, day) !== unit,
  )
  const counties = apportioned(own, homes.map(target.weighPlace))
  const prefectures = new Map<string, number>()
  homes.forEach((place, at) => {
    const value = counties[at] ?? 0
    const code = codeAt(place, day)
    if (target.depth === 'county' && code !== place.prefecture) {
      out.add('target', 1, [plan, target.indicator, code, whole, value])
    }
    prefectures.set(place.prefecture, (prefectures.get(place.prefecture) ?? 0) + value)
  })
  for (const [code, value] of [...prefectures].sort()) {
    if (code !== unit) out.add('target', 1, [plan, target.indicator, code, whole, value])
  }
}

/** One province gives its years too: a fifth each, the rest in the last. */
function sendYearly(out: Outbox, given: number, code: string): void {
  const own = Math.round(given * (stricter[code] ?? 1))
  const years = apportioned(own, [18, 19, 20, 21, 22])
  years.forEach((value, at) => out.add('target', 1, [plan, 'A2', code, 2016 + at, value]))
  if (sum(years) !== own)
    throw new Error(`Yearly targets of ${code} do not add up to ${String(own)}`)
}
