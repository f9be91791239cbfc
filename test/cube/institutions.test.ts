import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { facts } from './facts.ts'
import { openBench, supervisor, type Bench } from './metrics-fixture.ts'

let bench: Bench
beforeAll(async () => {
  bench = await openBench()
})
afterAll(() => bench.close())

const views = ['conversion', 'stability', 'satisfaction', 'cohorts']
const byInstitution = facts.filter(({ view }) => views.includes(view))

describe.each(byInstitution)('$view by institution', ({ view, table, measures }) => {
  const name = `${view}_by_institution`
  const query = {
    measures: Object.keys(measures).map((measure) => `${name}.${measure}`),
    dimensions: [`${name}.institution_unit`, `${name}.institution_code`],
  }

  const expected = (where: string) => {
    const figures = Object.entries(measures).map(([one, sql]) => `CAST(${sql} AS DOUBLE) AS ${one}`)
    return bench.sql(`
      SELECT institution_unit, institution_code, ${figures.join(', ')} FROM ${table}
      WHERE DATE '2018-06-30' BETWEEN from_day AND to_day AND ${where} GROUP BY ALL ORDER BY ALL`)
  }

  const shown = (rows: Record<string, unknown>[]) =>
    rows.map((row) => Object.values(row).join(' ')).sort()

  it('equals plain SQL, wherever those trained are registered', async () => {
    const wanted = await expected('true')
    expect(wanted.length).toBeGreaterThan(3)
    expect(shown(await bench.load(query))).toEqual(shown(wanted))
  })

  it('shows a supervisor the institutions of the own unit, and refuses others', async () => {
    const wanted = await expected(`institution_unit = '440000'`)
    expect(shown(await bench.load(query, supervisor))).toEqual(shown(wanted))
    const filters = [{ member: `${name}.institution_unit`, operator: 'equals', values: ['110000'] }]
    const refused = bench.load({ ...query, filters }, supervisor)
    await expect(refused).rejects.toMatchObject({ code: 'no_permission' })
  })
})

it('names the institutions, to a supervisor those of the own unit', async () => {
  const dimensions = ['unit', 'institution_code', 'institution_name'].map(
    (name) => `training_institutions.${name}`,
  )
  const rows = await bench.load({ dimensions }, supervisor)
  expect(rows).toHaveLength(9)
  expect(new Set(rows.map((row) => row['training_institutions.unit']))).toEqual(new Set(['440000']))
  expect((await bench.load({ dimensions })).length).toBeGreaterThan(9)
})

it('gives duplicates by pair of provinces, gross and net, as they stand on the day', async () => {
  const members = ['province_code', 'other_province_code'].map((name) => `duplicate_pairs.${name}`)
  const measures = ['duplicate_placements', 'duplicate_persons'].map(
    (name) => `duplicate_pairs.${name}`,
  )
  const on = async (day: string) =>
    (
      await bench.load({
        dimensions: members,
        measures,
        filters: [{ member: 'duplicate_pairs.as_of_day', operator: 'equals', values: [day] }],
      })
    ).map((row) => Object.values(row).join(' '))
  expect((await on('2018-06-30')).sort()).toEqual(['110000 440000 2 1', '440000 660000 2 1'])
  expect((await on('2018-07-01')).sort()).toEqual(['110000 440000 3 1', '440000 660000 2 1'])
})
