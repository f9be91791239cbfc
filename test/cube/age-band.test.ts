import { afterAll, beforeAll, expect, it } from 'vitest'
import { openBench, type Bench } from './metrics-fixture.ts'

let bench: Bench
beforeAll(async () => {
  bench = await openBench()
})
afterAll(() => bench.close())

const edges = [16, 25, 35, 45, 55, 60]

it.each([
  ['training_detail', 'trained_persons', 'trained_person', 'is_first'],
  ['employment_detail', 'newly_employed_persons', 'new_employment', 'true'],
])('%s is divided by age in full years on the day', async (view, measure, table, counts) => {
  for (const day of ['2017-02-28', '2017-03-01', '2016-02-29', '2018-06-30']) {
    const rows = await bench.load({
      measures: [`${view}.${measure}`],
      dimensions: [`${view}.age_band`],
      filters: [{ member: `${view}.as_of_day`, operator: 'equals', values: [day] }],
    })
    const expected = await bench.sql(`
      SELECT list_max(list_filter([0, ${edges.join(', ')}], lambda e: e <= age)) AS edge,
             CAST(count(*) AS INTEGER) AS persons
      FROM (
        SELECT year(DATE '${day}') - year(birth_date)
               - CAST(strftime(DATE '${day}', '%m%d') < strftime(birth_date, '%m%d') AS INTEGER) AS age
        FROM ${table} WHERE ${counts} AND DATE '${day}' BETWEEN from_day AND to_day)
      GROUP BY ALL ORDER BY edge`)
    const found = rows.map((row) => [
      edgeOf(String(row[`${view}.age_band`])),
      row[`${view}.${measure}`],
    ])
    const wanted = expected.map(({ edge, persons }) => [edge, persons])
    expect(found.filter(([, persons]) => persons !== 0).sort()).toEqual(wanted.sort())
    expect(wanted.length).toBeGreaterThan(2)
  }
})

function edgeOf(band: string): number {
  return band.endsWith('以下') ? 0 : Number(band.slice(0, 2))
}
