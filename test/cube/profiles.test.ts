import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBench, supervisor, type Bench } from './metrics-fixture.ts'

let bench: Bench
beforeAll(async () => {
  bench = await openBench()
})
afterAll(() => bench.close())

const view = 'person_profiles_detail'
const member = (name: string) => `${view}.${name}`
const on = (...days: string[]) => ({
  member: member('as_of_day'),
  operator: 'equals',
  values: days,
})
const measures = ['persons_due', 'persons_reached', 'reached_rate'].map(member)
const attributes = [
  'sex',
  'disability_type',
  'disability_grade',
  'household',
  'education',
  'age_band',
]

function sorted(rows: object[]): string[] {
  return rows.map((row) => JSON.stringify(Object.values(row))).sort()
}

describe('who is due and reached', () => {
  it.each(attributes)('by %s equals plain SQL at several quarters’ ends', async (attribute) => {
    const days = ['2017-12-31', '2018-06-30']
    const dimensions = ['as_of_day', 'indicator', 'province_code', attribute].map(member)
    const wanted = (where: string) =>
      bench.sql(`SELECT quarter_end, indicator, province_code, ${attribute},
        CAST(sum(persons_due) AS DOUBLE), CAST(sum(persons_reached) AS DOUBLE),
        sum(persons_reached) / nullif(sum(persons_due), 0)
        FROM (SELECT * REPLACE (CAST(${attribute} AS VARCHAR) AS ${attribute}) FROM person_profile)
        WHERE quarter_end IN ('2017-12-31', '2018-06-30') AND ${where} GROUP BY ALL`)
    const query = { measures, dimensions, filters: [on(...days)] }
    const expected = await wanted('true')
    expect(expected.length).toBeGreaterThan(4)
    expect(sorted(await bench.load(query))).toEqual(sorted(expected))
    expect(sorted(await bench.load(query, supervisor))).toEqual(
      sorted(await wanted(`province_code = '440000'`)),
    )
  })

  it('has the ends of quarters only, and says so on other days', async () => {
    for (const day of ['2018-02-11', '2018-09-30'])
      await expect(bench.load({ measures, filters: [on(day)] })).rejects.toMatchObject({
        code: 'bad_query',
      })
    const quarter = { member: member('as_of_quarter'), operator: 'equals', values: ['2018Q2'] }
    expect(await bench.load({ measures, filters: [quarter] })).toEqual(
      await bench.load({ measures }),
    )
  })

  it('keeps other provinces from a supervisor', async () => {
    const filters = [{ member: member('province_code'), operator: 'equals', values: ['110000'] }]
    await expect(bench.load({ measures, filters }, supervisor)).rejects.toMatchObject({
      code: 'no_permission',
    })
  })
})
