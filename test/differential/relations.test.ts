import { join } from 'node:path'
import { readdirSync } from 'node:fs'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { Metrics, type Filter, type MetricsRow } from '../../cube/metrics.ts'
import { sampleWarehouse } from '../support/warehouses.ts'

/** The attributes of persons that a registration carries. */
const registered = [
  'sex',
  'age_band',
  'disability_type',
  'disability_grade',
  'education',
  'household',
]

/** Views of counts, a measure of each, and attributes of which a value is never shared. */
const subjects = [
  { view: 'training', measure: 'trained_persons', by: ['indicator', ...registered] },
  {
    view: 'employment',
    measure: 'newly_employed_persons',
    by: ['indicator', ...registered, 'employment_form'],
  },
  { view: 'person_rates', measure: 'persons_due', by: ['indicator', 'sex', 'disability_type'] },
  {
    view: 'graduates',
    measure: 'graduates',
    by: [
      ...['sex', 'age_band', 'disability_type', 'disability_grade', 'household'],
      'graduation_level',
    ],
  },
  { view: 'placement', measure: 'placed_persons', by: [...registered, 'employer_kind'] },
  {
    view: 'levy',
    measure: 'filings',
    by: [
      ...['employer_kind', 'employer_class', 'tier', 'size_band', 'ratio_band'],
      'difference_reason',
    ],
  },
  { view: 'ledger', measure: 'spending', by: ['item'] },
  {
    view: 'conversion',
    measure: 'trainings',
    by: [...registered, 'programme', 'institution_code'],
  },
  {
    view: 'stability',
    measure: 'spells',
    by: [...registered, 'programme', 'institution_code', 'employment_form'],
  },
  { view: 'satisfaction', measure: 'rated_trainings', by: ['institution_code', 'programme'] },
  { view: 'institutions', measure: 'open_institutions', by: ['institution_kind', 'tier'] },
]

const days = ['2017-03-31', '2018-06-30']

let metrics: Metrics
let snapshot: string
let cases = 0
const broken: string[] = []

beforeAll(async () => {
  const snapshots = join(await sampleWarehouse(), 'snapshots')
  snapshot = readdirSync(snapshots)[0] ?? ''
  const martPath = (id: string) => join(snapshots, id, 'marts.duckdb')
  metrics = new Metrics({ martPath, asOf: () => '2018-06-30' })
})

afterAll(() => metrics.close())

async function ask(view: string, measure: string, dimensions: string[], filters: Filter[] = []) {
  const context = { user: 'test', role: 'leader', region: '000000', snapshot } as const
  const full = (name: string) => `${view}.${name}`
  const onDays = { member: full('as_of_day'), operator: 'equals', values: days }
  return metrics.load(
    {
      measures: [full(measure)],
      dimensions: ['as_of_day', ...dimensions].map(full),
      filters: [onDays, ...filters],
    },
    context,
  )
}

/** Sums of a measure by the dimensions named. */
function sums(rows: MetricsRow[], view: string, measure: string, by: string[]) {
  const found = new Map<string, number>()
  for (const row of rows) {
    const key = ['as_of_day', ...by].map((name) => String(row[`${view}.${name}`])).join(' ')
    found.set(key, (found.get(key) ?? 0) + Number(row[`${view}.${measure}`] ?? 0))
  }
  return found
}

function compare(relation: string, one: Map<string, number>, other: Map<string, number>): void {
  for (const key of new Set([...one.keys(), ...other.keys()])) {
    cases += 1
    const [a = 0, b = 0] = [one.get(key), other.get(key)]
    if (Math.abs(a - b) > 5e-5) broken.push(`${relation} ${key}: ${a} and ${b}`)
  }
}

it.each(subjects)(
  'parts of $view make the whole, at every level',
  async ({ view, measure, by }) => {
    const detail = `${view}_detail`
    const county = await ask(detail, measure, ['province_code', 'prefecture_code', 'leaf_code'])
    const whole = sums(county, detail, measure, ['leaf_code'])
    for (const attribute of by) {
      const rows = await ask(detail, measure, ['leaf_code', attribute])
      compare(`${view} by ${attribute}`, sums(rows, detail, measure, ['leaf_code']), whole)
    }
    const province = await ask(view, measure, ['province_code'])
    const provinces = sums(province, view, measure, ['province_code'])
    compare(`${view} counties`, sums(county, detail, measure, ['province_code']), provinces)
    const nation = sums(await ask(view, measure, []), view, measure, [])
    compare(`${view} provinces`, sums(province, view, measure, []), nation)
  },
)

it.each(subjects)(
  '$view: those with a value, those without and those with none are all',
  async ({ view, measure, by }) => {
    const detail = `${view}_detail`
    const whole = sums(await ask(detail, measure, ['province_code']), detail, measure, [
      'province_code',
    ])
    const attribute = by.at(-1) ?? ''
    const member = `${detail}.${attribute}`
    const known = await ask(detail, measure, [attribute])
    const value = String(known.map((row) => row[member]).find((one) => one !== null) ?? '')
    const filters: Filter[] = [
      { member, operator: 'equals', values: [value] },
      {
        and: [
          { member, operator: 'notEquals', values: [value] },
          { member, operator: 'set' },
        ],
      },
      { member, operator: 'notSet' },
    ]
    const parts = await Promise.all(
      filters.map((one) => ask(detail, measure, ['province_code'], [one])),
    )
    compare(`${view} ${attribute}`, sums(parts.flat(), detail, measure, ['province_code']), whole)
  },
)

it('who is due and reached, by each attribute, adds up to the province', async () => {
  const view = 'person_profiles_detail'
  for (const measure of ['persons_due', 'persons_reached']) {
    const province = await ask('person_rates', measure, ['indicator', 'province_code'])
    const whole = sums(province, 'person_rates', measure, ['indicator', 'province_code'])
    for (const attribute of registered) {
      const rows = await ask(view, measure, ['indicator', 'province_code', attribute])
      const parts = sums(rows, view, measure, ['indicator', 'province_code'])
      compare(`${measure} by ${attribute}`, parts, whole)
    }
  }
})

it('the order of filters does not matter, and days side by side are as each alone', async () => {
  const view = 'training_detail'
  const some: Filter[] = [
    { member: `${view}.indicator`, operator: 'equals', values: ['A1'] },
    { member: `${view}.province_code`, operator: 'equals', values: ['440000', '420000', '510000'] },
    { member: `${view}.sex`, operator: 'equals', values: ['女'] },
  ]
  const asked = (filters: Filter[]) => ask(view, 'trained_persons', ['leaf_code'], filters)
  const both = sums(await asked(some), view, 'trained_persons', ['leaf_code'])
  const turned = sums(await asked(some.toReversed()), view, 'trained_persons', ['leaf_code'])
  compare('filters turned', turned, both)
  const context = { user: 'test', role: 'leader', region: '000000', snapshot } as const
  for (const day of days) {
    const alone = await metrics.load(
      {
        measures: [`${view}.trained_persons`],
        dimensions: ['as_of_day', 'leaf_code'].map((name) => `${view}.${name}`),
        filters: [{ member: `${view}.as_of_day`, operator: 'equals', values: [day] }, ...some],
      },
      context,
    )
    const ofDay = new Map([...both].filter(([key]) => key.startsWith(day)))
    compare('a day alone', sums(alone, view, 'trained_persons', ['leaf_code']), ofDay)
  }
})

it('more than 5,000 cases were compared, and none broke', () => {
  expect(broken).toEqual([])
  expect(cases).toBeGreaterThan(5_000)
})
