import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { facts, type Fact } from './facts.ts'
import { openBench, supervisor, type Bench, type Who } from './metrics-fixture.ts'

const days = ['2016-01-09', '2016-02-29', '2017-06-30', '2017-07-01', '2018-06-30']

/** Of districts alone, of prefectures, of neither. */
const supervised = ['110000', '440000', '660000']

const levels = [
  { name: 'nation', suffix: '', groups: [] },
  { name: 'province', suffix: '', groups: ['province_code'] },
  { name: 'prefecture', suffix: '_detail', groups: ['province_code', 'prefecture_code'] },
  { name: 'county', suffix: '_detail', groups: ['province_code', 'leaf_code'] },
]

const cases = facts.flatMap((fact) => levels.map((level) => ({ fact, level })))

let bench: Bench
beforeAll(async () => {
  bench = await openBench()
})
afterAll(() => bench.close())

function sorted(rows: object[]): string[] {
  return rows.map((row) => JSON.stringify(row)).sort()
}

function askedOf({ view, measures, further }: Fact, { suffix, groups }: (typeof levels)[number]) {
  const name = `${view}${suffix}`
  const full = (member: string) => `${name}.${member}`
  return {
    measures: Object.keys(measures).map(full),
    dimensions: ['as_of_day', ...further, ...groups].map(full),
    filters: [{ member: full('as_of_day'), operator: 'equals', values: days }],
  }
}

function plainSql({ table, measures, further }: Fact, groups: string[], where: string): string {
  const keys = ['as_of_day', ...further, ...groups].join(', ')
  const figures = Object.entries(measures).map(([name, sql]) => `CAST(${sql} AS DOUBLE) AS ${name}`)
  const days_ = days.map((day) => `(DATE '${day}')`).join(', ')
  return `
    SELECT ${keys}, ${figures.join(', ')}
    FROM (SELECT * FROM ${table} JOIN (SELECT leaf_code, prefecture_code FROM region) USING (leaf_code))
    JOIN (VALUES ${days_}) AS d(as_of_day) ON as_of_day BETWEEN from_day AND to_day
    WHERE ${where} GROUP BY ${keys}`
}

function withoutView(rows: Record<string, unknown>[]): object[] {
  return rows.map((row) => {
    const entries = Object.entries(row)
    return Object.fromEntries(entries.map(([name, value]) => [name.split('.')[1] ?? '', value]))
  })
}

describe.each(cases)('$fact.view by $level.name', ({ fact, level }) => {
  it('equals plain SQL on several days at once', async () => {
    const expected = await bench.sql(plainSql(fact, level.groups, 'true'))
    expect(expected.length).toBeGreaterThan(0)
    for (const role of ['leader', 'evaluator'] as const) {
      const rows = await bench.load(askedOf(fact, level), { role })
      expect(sorted(withoutView(rows)), role).toEqual(sorted(expected))
    }
  })

  it('gives each supervisor every province in all, and the own province in detail', async () => {
    for (const region of supervised) {
      const where = level.suffix === '' ? 'true' : `province_code = '${region}'`
      const expected = await bench.sql(plainSql(fact, level.groups, where))
      const who: Who = { role: 'supervisor', region }
      expect(sorted(withoutView(await bench.load(askedOf(fact, level), who)))).toEqual(
        sorted(expected),
      )
    }
  })
})

describe('the as-of day', () => {
  const measures = ['training.trained_persons']
  const on = (member: string, ...values: string[]) => [
    { member: `training.${member}`, operator: 'equals', values },
  ]

  it('is the snapshot’s own where none is named', async () => {
    const named = await bench.load({ measures, filters: on('as_of_day', '2018-06-30') })
    expect(await bench.load({ measures })).toEqual(named)
    expect(named[0]!['training.trained_persons']).toBeGreaterThan(0)
  })

  it('of a quarter is its last day', async () => {
    const day = await bench.load({ measures, filters: on('as_of_day', '2017-06-30') })
    expect(await bench.load({ measures, filters: on('as_of_quarter', '2017Q2') })).toEqual(day)
  })

  it('stands beside others, never added to them', async () => {
    const filters = on('as_of_quarter', '2016Q4', '2017Q4')
    const dimensions = ['training.as_of_quarter']
    expect(await bench.load({ measures, dimensions, filters })).toHaveLength(2)
    await expect(bench.load({ measures, filters })).rejects.toMatchObject({ code: 'bad_query' })
  })

  it('before anything happened gives 0 and a rate without a denominator null', async () => {
    const filters = [{ member: 'graduates.as_of_day', operator: 'equals', values: ['2015-01-01'] }]
    const names = ['graduates.graduates', 'graduates.graduate_employment_rate']
    expect(await bench.load({ measures: names, filters })).toEqual([
      { 'graduates.graduates': 0, 'graduates.graduate_employment_rate': null },
    ])
  })
})

describe('the other views', () => {
  it('give targets as numbers, years apart from the whole period', async () => {
    const dimensions = ['targets.region_code', 'targets.year']
    const rows = await bench.load({ measures: ['targets.target_value'], dimensions })
    expect(rows).toContainEqual({
      'targets.region_code': '440104',
      'targets.year': 2018,
      'targets.target_value': 70,
    })
    expect(rows).toContainEqual({
      'targets.region_code': '440000',
      'targets.year': 2018,
      'targets.target_value': 0.65,
    })
    expect(rows).toContainEqual({
      'targets.region_code': '000000',
      'targets.year': null,
      'targets.target_value': 20000,
    })
  })

  it('give days as text and what is still valid as null', async () => {
    const dimensions = ['regions.code', 'regions.valid_from', 'regions.valid_to']
    expect(await bench.load({ dimensions })).toContainEqual({
      'regions.code': '440100',
      'regions.valid_from': '1900-01-01',
      'regions.valid_to': null,
    })
  })

  it('give the year that a figure is counted by, null before there is one', async () => {
    const dimensions = ['indicator', 'year', 'starts_on'].map((name) => `basis_years.${name}`)
    const filters = [{ member: 'basis_years.indicator', operator: 'equals', values: ['B1'] }]
    const rows = await bench.load({ dimensions, filters })
    expect(rows.map((row) => [row['basis_years.year'], row['basis_years.starts_on']])).toEqual([
      [null, '1900-01-01'],
      [2017, '2017-06-01'],
    ])
  })

  it('count submissions, units and quarantined records', async () => {
    const measures = ['submissions.units_submitted', 'submissions.rows_read']
    expect(await bench.load({ measures })).toEqual([
      { 'submissions.units_submitted': 2, 'submissions.rows_read': 200 },
    ])
    expect(await bench.load({ measures: ['reporting.units_reported'] })).toEqual([
      { 'reporting.units_reported': 2 },
    ])
    expect(
      await bench.load({
        measures: ['data_quality.quarantined_records'],
        dimensions: ['data_quality.unit'],
      }),
    ).toEqual([
      { 'data_quality.unit': '440000', 'data_quality.quarantined_records': 2 },
      { 'data_quality.unit': '110000', 'data_quality.quarantined_records': 1 },
    ])
    const counts = ['regions.regions', 'basis_years.basis_years']
    expect(await Promise.all(counts.map((name) => bench.load({ measures: [name] })))).toEqual([
      [{ 'regions.regions': 12 }],
      [{ 'basis_years.basis_years': 6 }],
    ])
    const missing = ['households_missing.persons_without_household']
    expect(await bench.load({ measures: missing }, supervisor)).toEqual([{ [missing[0]!]: 5 }])
    expect(await bench.load({ measures: ['unmatched.unmatched_records'] })).toEqual([
      { 'unmatched.unmatched_records': 10 },
    ])
  })
})
