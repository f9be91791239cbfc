import { dayOf } from './days.ts'
import type { Outbox } from './files/outbox.ts'
import type { UnitExpectation } from './expectations.ts'
import { codeAt, type Geography, type Place } from './places.ts'
import { apportioned, sum } from './quota.ts'
import { tally_years, type Tally } from './world.ts'

/** Certificate holders at scale 1 at the ends of 2015, 2016 and 2017. */
const holders = [30_500_000, 32_194_000, 34_040_000]

/** Holders by county, in line with those registered so that the unit's share of them holds. */
export function sendPopulation(
  out: Outbox,
  expected: UnitExpectation[],
  geography: Geography,
  tallies: Map<Place, Tally>,
  scale: number,
): void {
  tally_years.forEach((year, at) => {
    const rows = new Map<string, { working: number; visual: number }>()
    for (const { unit } of expected) {
      for (const place of geography.places.get(unit.code) ?? []) {
        if ((place.codes[0]?.from ?? 0) > dayOf(year, 12, 31)) continue
        const code = codeAt(place, dayOf(year, 12, 31))
        const row = rows.get(code) ?? { working: 0, visual: 0 }
        const tally = tallies.get(place)
        row.working += Math.round((tally?.workingAge[at] ?? 0) / unit.c2)
        row.visual += Math.round((tally?.visual[at] ?? 0) / unit.c2)
        rows.set(code, row)
      }
    }
    sendYear(out, rows, year, Math.round((holders[at] ?? 0) * scale))
  })
}

function sendYear(
  out: Outbox,
  rows: Map<string, { working: number; visual: number }>,
  year: number,
  total: number,
): void {
  const list = [...rows]
  const working = list.map(([, row]) => row.working)
  const others = apportioned(
    Math.max(0, total - sum(working)),
    working.map((value) => value + 1),
  )
  const quarter = (year - 2015) * 4
  list.forEach(([code, row], at) => {
    const whole = row.working + (others[at] ?? 0)
    out.add('population', quarter, [code, year, whole, row.working, row.visual])
  })
}

const source = '演示用数字，未经核实，不作为公报引用'
const figures: [name: string, y2016: number, y2017: number][] = [
  ['持证残疾人', 3219.4, 3404],
  ['城乡残疾人就业', 896.1, 942.1],
  ['新增城乡残疾人就业', 31.2, 35.5],
  ['城镇新增残疾人就业', 9.3, 13.1],
  ['农村新增残疾人就业', 21.9, 22.4],
  ['城乡残疾人培训', 60.5, 62.5],
]

/** The bulletin's figures of 2016 and 2017; the nation's, whatever the scale. */
export function sendPublished(out: Outbox): void {
  for (const [name, y2016, y2017] of figures) {
    out.add('published', 5, [2016, name, String(y2016), '万人', source])
    out.add('published', 9, [2017, name, String(y2017), '万人', source])
  }
}
