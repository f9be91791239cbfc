import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { MetricsQuery, SecurityContext } from '../../cube/metrics.ts'
import { openBench, supervisor, type Bench } from './metrics-fixture.ts'

let bench: Bench
beforeAll(async () => {
  bench = await openBench()
})
afterAll(() => bench.close())

const details: Record<string, string> = {
  training_detail: 'trained_persons',
  employment_detail: 'newly_employed_persons',
  coverage_detail: 'units_due',
  graduates_detail: 'graduates',
  staff_training_detail: 'trained_staff',
  person_rates_detail: 'persons_due',
  register_entries_detail: 'certificate_holders',
  institutions_detail: 'open_institutions',
  lead_employers_detail: 'lead_employers',
  households_detail: 'households',
  milestones_detail: 'provinces_due',
  placement_detail: 'placed_persons',
}

const views = Object.entries(details).map(([view, measure]) => ({ view, measure }))

async function raw(query: object, who = supervisor) {
  const security = { user: 'somebody', snapshot: 'bench', ...who } as SecurityContext
  const body = await bench.metrics.rest(query, undefined, security)
  return JSON.parse(body.toString('utf8')) as { data: Record<string, unknown>[]; total?: number }
}

describe.each(views)('a supervisor in $view', ({ view, measure }) => {
  const m = (name: string) => `${view}.${name}`
  const figure = m(measure)

  it('sees only codes of the own province, whatever is grouped by', async () => {
    for (const name of ['province_code', 'prefecture_code', 'leaf_code']) {
      const rows = await bench.load({ measures: [figure], dimensions: [m(name)] }, supervisor)
      expect(rows.length).toBeGreaterThan(0)
      for (const row of rows) expect(row[m(name)] ?? '44').toMatch(/^44/)
    }
  })

  it('gets the own province’s figure where nothing is grouped by', async () => {
    const own = await bench.load({
      measures: [figure],
      filters: [{ member: m('province_code'), operator: 'equals', values: ['440000'] }],
    })
    expect(await bench.load({ measures: [figure] }, supervisor)).toEqual(own)
    expect(await bench.load({ measures: [figure] })).not.toEqual(own)
  })

  it('counts and totals only the own rows', async () => {
    const query = { measures: [figure], dimensions: [m('leaf_code')], total: true, limit: 1 }
    const leaves = await bench.load(
      { measures: [figure], dimensions: [m('leaf_code')] },
      supervisor,
    )
    expect((await raw(query)).total).toBe(leaves.length)
  })

  it('gets past the row filter by no order, offset, measure filter or empty grouping', async () => {
    const queries: object[] = [
      { measures: [figure], dimensions: [m('leaf_code')], order: { [figure]: 'desc' } },
      { measures: [figure], dimensions: [m('leaf_code')], offset: 1 },
      {
        measures: [figure],
        dimensions: [m('leaf_code')],
        filters: [{ member: figure, operator: 'gte', values: ['1'] }],
      },
      { dimensions: [m('leaf_code')] },
      {
        dimensions: [m('leaf_code')],
        filters: [
          {
            or: [
              { member: m('leaf_code'), operator: 'set' },
              { member: m('leaf_code'), operator: 'notSet' },
            ],
          },
        ],
      },
    ]
    for (const query of queries)
      for (const row of (await raw(query)).data) expect(row[m('leaf_code')]).toMatch(/^44/)
  })

  it.each([
    ['province_code', 'equals', ['110000']],
    ['province_code', 'equals', ['440000', '110000']],
    ['province_code', 'notEquals', ['110000']],
    ['province_code', 'notEquals', ['440000']],
    ['prefecture_code', 'equals', ['110100']],
    ['leaf_code', 'equals', ['659001']],
    ['leaf_code', 'startsWith', ['11']],
  ])('is refused a filter %s %s %s', async (name, operator, values) => {
    const filters = [{ member: m(name), operator, values }]
    const refused = { code: 'no_permission', status: 403 }
    await expect(bench.load({ measures: [figure], filters }, supervisor)).rejects.toMatchObject(
      refused,
    )
    const nested = { measures: [figure], filters: [{ or: [{ and: filters }] }] }
    await expect(bench.load(nested, supervisor)).rejects.toMatchObject(refused)
  })

  it('is refused single records', async () => {
    await expect(raw({ dimensions: [m('leaf_code')], ungrouped: true })).rejects.toMatchObject({
      code: 'no_permission',
    })
  })
})

describe('a supervisor elsewhere', () => {
  it('sees the targets of the nation, the provinces and the own counties', async () => {
    const rows = await bench.load({ dimensions: ['targets.region_code'] }, supervisor)
    const codes = rows.map((row) => row['targets.region_code'])
    expect(new Set(codes)).toEqual(new Set(['000000', '110000', '440000', '440104']))
  })

  it('sees the quality of the own unit only', async () => {
    const quality = { dimensions: ['data_quality.unit', 'data_quality.rule'] }
    expect(await bench.load(quality, supervisor)).toEqual([
      { 'data_quality.unit': '440000', 'data_quality.rule': '性别与证号不符' },
    ])
    const unmatched = { measures: ['unmatched.unmatched_records'] }
    expect(await bench.load(unmatched, supervisor)).toEqual([{ 'unmatched.unmatched_records': 6 }])
  })

  it.each([
    ['targets.region_code', '110101'],
    ['data_quality.unit', '110000'],
    ['unmatched.unit', '110000'],
  ])('is refused %s of %s', async (member, value) => {
    const filters = [{ member, operator: 'equals', values: [value] }]
    await expect(bench.load({ dimensions: [member], filters }, supervisor)).rejects.toMatchObject({
      code: 'no_permission',
    })
  })

  it('may ask for another province’s own target', async () => {
    const filters = [{ member: 'targets.region_code', operator: 'equals', values: ['110000'] }]
    const rows = await bench.load({ measures: ['targets.target_value'], filters }, supervisor)
    expect(rows).toEqual([{ 'targets.target_value': 300 }])
  })

  it('shares no cached answer with others who ask the same', async () => {
    const query: MetricsQuery = {
      measures: ['training_detail.trained_persons'],
      dimensions: ['training_detail.leaf_code'],
    }
    const asked = Array.from({ length: 20 }, (_, at) =>
      bench.load(query, at % 2 === 0 ? supervisor : {}),
    )
    const sizes = (await Promise.all(asked)).map((rows) => rows.length)
    expect(new Set(sizes.filter((_, at) => at % 2 === 0))).toEqual(new Set([4]))
    expect(new Set(sizes.filter((_, at) => at % 2 === 1))).toEqual(new Set([6]))
  })
})

describe('everybody', () => {
  it.each<[string, MetricsQuery]>([
    ['a private cube’s measure', { measures: ['trained_person.trained_persons'] }],
    ['a private cube’s key', { dimensions: ['trained_person.person_id'] }],
    ['a key through a view', { dimensions: ['training_detail.person_id'] }],
    ['an attribute outside the view', { dimensions: ['training.sex'] }],
    ['a measure that is not there', { measures: ['training.nothing'] }],
    ['two views at once', { measures: ['training.trained_persons', 'graduates.graduates'] }],
    [
      'a filter on a private cube',
      {
        measures: ['training.trained_persons'],
        filters: [{ member: 'trained_person.person_id', operator: 'set' }],
      },
    ],
    [
      'an order by a private cube',
      { measures: ['training.trained_persons'], order: { 'trained_person.person_id': 'asc' } },
    ],
    ['nothing', {}],
    [
      'a year that is no number',
      {
        measures: ['graduates.graduates'],
        filters: [{ member: 'graduates.graduation_year', operator: 'equals', values: ['x'] }],
      },
    ],
    ['too many rows', { dimensions: ['regions.code'], limit: 1_000_000 }],
  ])('is refused %s', async (_, query) => {
    await expect(bench.load(query)).rejects.toMatchObject({
      code: expect.stringMatching(/^(bad_query|no_permission)$/) as string,
    })
  })

  it('is refused a private member on an empty result too', async () => {
    const filters = [
      { member: 'training_detail.as_of_day', operator: 'equals', values: ['2015-01-01'] },
    ]
    const query = { dimensions: ['training_detail.person_id'], filters }
    await expect(bench.load(query)).rejects.toMatchObject({ status: 400 })
  })

  it('gets no crossing of two personal attributes below the province', async () => {
    const crossed = (place: string): MetricsQuery => ({
      measures: ['training_detail.trained_persons'],
      dimensions: ['training_detail.sex', `training_detail.${place}`],
      filters: [{ member: 'training_detail.disability_type', operator: 'equals', values: ['1'] }],
    })
    const cohort: MetricsQuery = {
      measures: ['graduates_detail.graduates'],
      dimensions: ['sex', 'graduation_year', 'leaf_code'].map((name) => `graduates_detail.${name}`),
    }
    await expect(bench.load(cohort)).rejects.toMatchObject({ code: 'suppressed' })
    const school: MetricsQuery = {
      measures: ['conversion_detail.trainings'],
      dimensions: ['sex', 'disability_type', 'institution_code'].map(
        (name) => `conversion_detail.${name}`,
      ),
    }
    await expect(bench.load(school)).rejects.toMatchObject({ code: 'suppressed' })
    for (const place of ['prefecture_code', 'leaf_code'])
      await expect(bench.load(crossed(place))).rejects.toMatchObject({ code: 'suppressed' })
    expect((await bench.load(crossed('province_code'))).length).toBeGreaterThan(0)
  })

  it.each([
    ['no role', { role: null }],
    ['another role', { role: 'admin' }],
    ['no region', { region: null }],
    ['an empty region', { region: '' }],
    ['a list of regions', { region: ['440000', null] }],
    ['a region with SQL in it', { region: "440000' OR 1=1" }],
    ['a full-width region', { region: '４４００００' }],
    ['a supervisor of the nation', { role: 'supervisor', region: '000000' }],
    ['no snapshot', { snapshot: undefined }],
    ['no user', { user: null }],
  ])('with %s is refused before Cube', async (_, claims) => {
    const whole = { user: 'x', role: 'leader', region: '440000', snapshot: 'bench' }
    const context = { ...whole, ...claims } as unknown as SecurityContext
    await expect(
      bench.metrics.load({ measures: ['training_detail.trained_persons'] }, context),
    ).rejects.toThrow('claim')
  })

  it('never sees SQL in a refusal', async () => {
    const refusal = bench.load({ measures: ["training.x' OR 1=1"] })
    await expect(refusal).rejects.toThrow(
      '查询写法有误，请对照 /cubejs-api/v1/meta 检查各成员和参数。',
    )
  })
})
