import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { endOf, inForce, readReference, type RegionUnit } from './reference.ts'

const units = readReference<RegionUnit>('region_unit')
const counties = units.filter((unit) => unit.level === 'county')
const prefectures = units.filter((unit) => unit.level === 'prefecture')

const dayBefore = (day: string): string =>
  new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10)

/** Year, counties by kind, prefectures, and digests of the two year-end tables. */
const yearEnds = [
  [2016, [954, 1366, 360], 334, '9cffa7757478ff6d', '2bcdb83d7d008a7b'],
  [2017, [962, 1355, 363], 334, '7e4d8d77dd0d3b12', 'ee3e70df732ed694'],
  [2018, [970, 1335, 375], 334, 'cc559e4d7fe08cdf', 'ee3e70df732ed694'],
  [2019, [965, 1323, 387], 333, 'a47a635689c2f608', '9e4174db951a4f74'],
  [2020, [973, 1312, 388], 333, '2e5f046f35bb626a', '9e4174db951a4f74'],
  [2021, [977, 1301, 394], 333, 'a8e18c9aa8c178fe', '9e4174db951a4f74'],
  [2022, [977, 1301, 394], 333, 'a8e18c9aa8c178fe', '9e4174db951a4f74'],
  [2023, [977, 1299, 397], 333, '8bce09e11e0ffa81', '9e4174db951a4f74'],
] as const

const digest = (lines: string[]): string =>
  createHash('sha256').update(lines.sort().join('\n')).digest('hex').slice(0, 16)

const countOf = (rows: RegionUnit[], kind: string): number =>
  rows.filter((row) => row.kind === kind).length

describe.each(yearEnds)(
  'on 31 December %i',
  (year, [districts, plain, cities], cityCount, ...sums) => {
    const day = `${year}-12-31`
    const present = inForce(counties, day)
    const above = inForce(prefectures, day)

    it('counts the county-level units of each kind', () => {
      expect(countOf(present, '市辖区')).toBe(districts)
      expect(countOf(present, '县')).toBe(plain)
      expect(countOf(present, '县级市')).toBe(cities)
      expect(countOf(present, '自治县')).toBe(117)
      expect(countOf(present, '旗')).toBe(49)
      expect(countOf(present, '自治旗')).toBe(3)
      expect(countOf(present, '林区')).toBe(1)
      expect(countOf(present, '特区')).toBe(1)
      expect(present).toHaveLength(districts + plain + cities + 171)
    })

    it('names the same units as the year-end tables', () => {
      expect(above).toHaveLength(cityCount)
      expect([
        digest(present.map((unit) => `${unit.code} ${unit.name} ${unit.kind}`)),
        digest(above.map((unit) => `${unit.code} ${unit.name}`)),
      ]).toEqual(sums)
    })
  },
)

describe('region_unit', () => {
  it('agrees with the published totals', () => {
    const total = (day: string): number[] => {
      const present = inForce(counties, day)
      return [present.length, countOf(present, '市辖区')]
    }
    expect(total('2017-12-31')).toEqual([2851, 962])
    expect(total('2019-12-31')).toEqual([2846, 965])
    expect(total('2020-12-31')).toEqual([2844, 973])
  })

  it('holds the nation and 32 province-level units', () => {
    expect(units.filter((unit) => unit.level === 'nation').map((unit) => unit.code)).toEqual([
      '000000',
    ])
    expect(units.filter((unit) => unit.level === 'province')).toHaveLength(32)
  })

  it('writes six-digit codes and periods that end after they begin', () => {
    for (const unit of units) {
      expect(unit.code).toMatch(/^\d{6}$/)
      expect(unit.valid_from).toMatch(/^\d{4}-\d{2}-\d{2}$/)
      expect(unit.valid_from <= endOf(unit), unit.code).toBe(true)
    }
  })

  it('has no two periods of one code that overlap', () => {
    const sorted = [...units].sort((a, b) =>
      `${a.code}${a.valid_from}`.localeCompare(`${b.code}${b.valid_from}`),
    )
    const clashes = sorted.filter((unit, index) => {
      const next = sorted[index + 1]
      return next?.code === unit.code && next.valid_from <= endOf(unit)
    })
    expect(clashes).toEqual([])
  })

  it('has every parent in force over the whole period of its child', () => {
    const orphans = units.filter((unit) => unit.level !== 'nation' && !isCovered(unit))
    expect(orphans).toEqual([])
  })

  it('puts a county under its prefecture, or straight under the province where there is none', () => {
    const parents = new Map(counties.map((unit) => [unit.code, unit.parent_code]))
    expect(
      ['110101', '419001', '429021', '469001', '500229', '659001', '440106'].map((code) =>
        parents.get(code),
      ),
    ).toEqual(['110000', '410000', '420000', '460000', '500000', '660000', '440100'])
  })

  it('gives the prefectures without counties at the end of 2020', () => {
    const parents = new Set(inForce(counties, '2020-12-31').map((unit) => unit.parent_code))
    const empty = inForce(prefectures, '2020-12-31').filter((unit) => !parents.has(unit.code))
    expect(empty.map((unit) => unit.code)).toEqual(['441900', '442000', '460400', '620200'])
  })
})

function isCovered(child: RegionUnit): boolean {
  const periods = units
    .filter((unit) => unit.code === child.parent_code)
    .sort((a, b) => a.valid_from.localeCompare(b.valid_from))
  let reached = dayBefore(child.valid_from)
  for (const period of periods) {
    if (dayBefore(period.valid_from) <= reached && endOf(period) > reached) reached = endOf(period)
  }
  return reached >= endOf(child)
}
