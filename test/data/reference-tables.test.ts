import { describe, expect, it } from 'vitest'
import { inForce, readReference, type RegionUnit } from './reference.ts'

type Row = Record<string, string>

const provinces = readReference<RegionUnit>('region_unit')
  .filter((unit) => unit.level === 'province')
  .map((unit) => unit.code)

describe('region_scheme', () => {
  it('puts each of the 32 province-level units in one group of the scheme nbs', () => {
    const rows = readReference<Row>('region_scheme')
    expect(rows.map((row) => row.province_code).sort()).toEqual(provinces)
    const sizes = ['东部', '中部', '西部', '东北'].map(
      (group) => rows.filter((row) => row.group === group).length,
    )
    expect(sizes).toEqual([10, 6, 13, 3])
  })
})

describe('tile_grid', () => {
  const rows = readReference<Row>('tile_grid')

  it('gives every unit its own cell and draws three dashed', () => {
    expect(new Set(rows.map((row) => `${row.col},${row.row}`)).size).toBe(35)
    const drawn = rows.filter((row) => row.dashed === 'no').map((row) => row.code)
    expect(drawn.sort()).toEqual(provinces)
    const dashed = rows.filter((row) => row.dashed === 'yes').map((row) => row.code)
    expect(dashed).toEqual(['710000', '810000', '820000'])
  })
})

describe('levy tables', () => {
  const rules = readReference<{ valid_from: string; valid_to: string } & Row>('levy_rule')

  it.each([
    ['2018-03-31', '3', ''],
    ['2018-04-01', '2', ''],
    ['2020-01-01', '2', '30'],
    ['2022-12-31', '2', '30'],
    ['2027-12-31', '2', '30'],
    ['2028-01-01', '2', ''],
  ])('has one rule on %s', (day, multiple, exempt) => {
    const found = inForce(rules, day)
    expect(found.map((row) => [row.wage_cap_multiple, row.exempt_employees])).toEqual([
      [multiple, exempt],
    ])
  })

  it('has a ratio of at least 1.5 % for every province-level unit', () => {
    const rows = readReference<Row>('levy_ratio')
    expect(rows.map((row) => row.province_code)).toEqual(provinces)
    expect(rows.filter((row) => Number(row.ratio) < 0.015)).toEqual([])
    const verified = rows.filter((row) => row.verified === 'yes').map((row) => row.province_code)
    expect(verified).toEqual(['110000', '140000', '310000'])
  })
})

describe('published_figure', () => {
  const rows = readReference<Row>('published_figure')

  it('says of each figure once whether it was checked', () => {
    const keys = rows.map((row) => `${row.from_year} ${row.to_year} ${row.figure}`)
    expect(new Set(keys).size).toBe(rows.length)
    expect(rows.filter((row) => !['yes', 'no'].includes(row.verified ?? ''))).toEqual([])
  })

  it('adds up: urban and rural new jobs make the total', () => {
    for (const year of ['2016', '2017', '2018', '2019', '2023']) {
      const value = (figure: string): number =>
        Number(
          rows.find(
            (row) => row.from_year === year && row.to_year === year && row.figure === figure,
          )?.value,
        )
      const sum = value('城镇新增就业') + value('农村新增就业')
      expect(sum, year).toBeCloseTo(value('城乡新增就业'), 5)
    }
  })
})
