import { tableFromIPC } from 'apache-arrow'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ProgressRow } from '../../../server/progress/row.ts'
import type { SeriesRow } from '../../../server/progress/series.ts'
import { startOnFixture, type Client, type Running } from './running-server.ts'

let running: Running
let leader: Client
let supervisor: Client

beforeAll(async () => {
  running = await startOnFixture()
  leader = await running.as('leader')
  supervisor = await running.as('supervisor-440000')
})
afterAll(() => running.close())

async function rows(client: Client, query: string): Promise<ProgressRow[]> {
  const { status, body } = await client(`/api/progress?plan=13-5&${query}`)
  expect(status, JSON.stringify(body)).toBe(200)
  return (body as { rows: ProgressRow[] }).rows
}

function numbered(letter: string, last: number): string[] {
  return Array.from({ length: last }, (_, index) => letter + String(index + 1))
}

test('the overview has a row for each indicator of the plan, in its order', async () => {
  const found = await rows(leader, '')
  const codes = [
    ...numbered('A', 4),
    ...numbered('B', 11),
    ...numbered('C', 7),
    ...numbered('M', 6),
  ]
  expect(found.map(({ indicator }) => indicator)).toEqual(codes)
  expect(found.every(({ region }) => region === '000000')).toBe(true)
})

test('all provinces appear: with a figure, with 0, or without data', async () => {
  const found = await rows(leader, 'level=province&indicator=A1')
  expect(found.map(({ region, reason }) => [region, reason])).toEqual([
    ['110000', null],
    ['440000', null],
    ['660000', 'no_data'],
  ])
  expect(found[0]?.actual).toBe(0)
})

test('a county has the row among all of them that it has alone, but for its place and share', async () => {
  const among = await rows(leader, 'level=county')
  const counties = [...new Set(among.map(({ region }) => region))]
  expect(counties.length).toBeGreaterThan(2)
  for (const region of counties) {
    const alone = await rows(leader, `region=${region}`)
    const own = among.filter((row) => row.region === region)
    expect(own.map((row) => ({ ...row, rank: null, share: null }))).toEqual(alone)
  }
})

test('an indicator of another year’s filings names that year, and has no data before there is one', async () => {
  const [now] = await rows(leader, 'region=440000&indicator=B1')
  expect(now).toMatchObject({ basisYear: 2017, reason: null })
  const [before] = await rows(leader, 'region=440000&indicator=B1&asOf=2017-05-31')
  expect(before).toMatchObject({ basisYear: null, status: 'no_data', actual: null })
  const [never] = await rows(leader, 'region=660000&indicator=B1')
  expect(never).toMatchObject({ basisYear: 2017, status: 'no_data' })
})

test('of a milestone an absent record is the finding, below a province nothing applies', async () => {
  const found = await rows(leader, 'level=province&indicator=M1&asOf=2017-06-29')
  expect(found.map(({ region, actual }) => [region, actual]).slice(0, 2)).toEqual([
    ['110000', 0],
    ['440000', 0],
  ])
  const [nation] = await rows(leader, 'indicator=M1')
  expect(nation).toMatchObject({ numerator: 2, denominator: 2, unitsWithData: 3, status: 'met' })
  const counties = await rows(leader, 'region=440000&level=county&indicator=M1')
  expect(new Set(counties.map(({ reason }) => reason))).toEqual(new Set(['not_applicable']))
})

test('outside the scope of A3 nothing applies', async () => {
  const found = await rows(leader, 'level=province&indicator=A3')
  expect(found.map(({ region, reason }) => [region, reason])).toEqual([
    ['110000', 'not_applicable'],
    ['440000', 'not_applicable'],
    ['660000', 'no_data'],
  ])
})

test('a province is the sum of its counties and its 本级; the prefectures come between', async () => {
  const [whole] = await rows(leader, 'region=440000&indicator=A1')
  const counties = await rows(leader, 'region=440000&level=county&indicator=A1')
  const prefectures = await rows(leader, 'region=440000&level=prefecture&indicator=A1')
  const sum = (found: ProgressRow[]) => found.reduce((total, row) => total + (row.actual ?? 0), 0)
  expect(counties.map(({ region }) => region)).toContain('440000-self')
  expect(sum(counties)).toBe(whole?.actual)
  expect(prefectures.map(({ region }) => region)).toEqual(['440100', '440300'])
  expect(sum(prefectures)).toBeLessThan(whole?.actual ?? 0)
})

test('a supervisor reads the own province below, and of the nation the totals', async () => {
  expect(await rows(supervisor, 'indicator=A1&region=440100&level=county')).toHaveLength(2)
  expect(await rows(supervisor, 'indicator=A1&region=000000&level=province')).toHaveLength(3)
  expect((await rows(supervisor, 'indicator=A1'))[0]?.region).toBe('440000')
})

test.each(['region=110000&level=county', 'region=110101', 'region=000000&level=county'])(
  'a supervisor is refused %s, in words',
  async (query) => {
    const { status, type, body } = await supervisor(`/api/progress?plan=13-5&${query}`)
    expect([status, type]).toEqual([403, 'application/problem+json; charset=utf-8'])
    expect(body).toMatchObject({ code: 'no_permission', status: 403 })
  },
)

test.each([
  ['asOf=2018-02-30', 'asOf'],
  ['level=village', 'level'],
  ['region=44', 'region'],
  ['format=xml', 'format'],
  ['colour=red', 'colour'],
  ['children=names', 'children'],
  ['region=440000&level=province', 'level'],
])('%s is refused, naming the parameter', async (query, parameter) => {
  const { status, body } = await leader(`/api/progress?plan=13-5&${query}`)
  expect(status).toBe(400)
  expect((body as { detail: string }).detail).toContain(parameter)
})

test.each([
  ['/api/progress?plan=14-5', 'unknown_plan'],
  ['/api/progress?plan=13-5&region=999999', 'unknown_region'],
  ['/api/series?plan=13-5&indicator=Z9', 'unknown_indicator'],
  ['/api/progress?plan=13-5&snapshot=none', 'unknown_snapshot'],
])('%s is not found: %s', async (path, code) => {
  expect(await leader(path)).toMatchObject({ status: 404, body: { code } })
})

test('the series ends in the figure of the row and goes on as a forecast', async () => {
  const [row] = await rows(leader, 'indicator=A1&region=440000')
  const { body } = await leader('/api/series?plan=13-5&indicator=A1&region=440000')
  const quarters = (body as { rows: SeriesRow[] }).rows
  const now = quarters.find(({ notes }) => notes.includes('as_of'))
  expect(quarters).toHaveLength(20)
  expect(now).toMatchObject({ actual: row?.actual, expected: row?.expected, target: row?.target })
  expect(quarters.at(-1)?.forecast?.mid).toBeCloseTo(row?.forecast?.mid ?? NaN, 9)
})

test('the recent quarters of all indicators are those of their series', async () => {
  const { body } = await leader('/api/recent-quarters?plan=13-5&region=440000')
  const recent = (body as { rows: { indicator: string; points: SeriesRow[] }[] }).rows
  expect(recent).toHaveLength(28)
  for (const indicator of ['A1', 'B3', 'C3']) {
    const path = `/api/series?plan=13-5&region=440000&indicator=${indicator}`
    const quarters = ((await leader(path)).body as { rows: SeriesRow[] }).rows
    const known = new Map(quarters.map(({ day, actual }) => [day, actual]))
    const { points = [] } = recent.find((row) => row.indicator === indicator) ?? {}
    expect(points.length).toBe(9)
    for (const { day, actual } of points) if (known.has(day)) expect(actual).toBe(known.get(day))
  }
})

test('as of an earlier day the same snapshot says less', async () => {
  const [now] = await rows(leader, 'indicator=A1')
  const [then] = await rows(leader, 'indicator=A1&asOf=2017-02-28')
  expect(then?.actual).toBeLessThan(now?.actual ?? 0)
  expect(then?.forecast).toBeNull()
})

test('with the counts of its children by status, a row keeps the status of its own gap', async () => {
  const [own] = await rows(leader, 'region=440000&indicator=A1&children=status')
  const below = await rows(leader, 'region=440000&level=prefecture&indicator=A1')
  const total = Object.values(own?.children ?? {}).reduce((sum, count) => sum + count, 0)
  expect(total).toBe(below.length)
  for (const [status, count] of Object.entries(own?.children ?? {}))
    expect(below.filter((row) => (row.status ?? 'none') === status)).toHaveLength(count)
  const [plain] = await rows(leader, 'region=440000&indicator=A1')
  expect(own).toEqual({ ...plain, children: own?.children })
  expect(plain?.children).toBeNull()
  const provinces = await rows(leader, 'level=province&indicator=A1&children=status')
  expect(provinces.find(({ region }) => region === '440000')?.children).toEqual(own?.children)
})

test('the counts below other provinces are refused with what they are made of', async () => {
  const nation = await supervisor('/api/progress?plan=13-5&region=000000&children=status')
  expect(nation.status).toBe(200)
  const below = await supervisor(
    '/api/progress?plan=13-5&region=000000&level=province&children=status',
  )
  expect(below).toMatchObject({ status: 403, body: { code: 'no_permission' } })
})

type Fields = Record<string, unknown>

/** A row's fields as Arrow names them: what has parts flattened, flags joined. */
function flattened({ flags, ...row }: Fields): Fields {
  const nested = new Map([
    ...['forecast', 'curve', 'bounds', 'rank', 'children'].map((name) => [name, name] as const),
    ...[['atCutoff', 'at_cutoff'] as const, ['atDeadline', 'at_deadline'] as const],
  ])
  const flat: Fields = { flags: (flags as string[]).join(',') }
  for (const [field, value] of Object.entries(row)) {
    const prefix = nested.get(field)
    if (prefix === undefined) flat[field] = value
    else
      for (const [part, of] of Object.entries((value ?? {}) as Fields))
        flat[`${prefix}_${part}`] = of
  }
  return flat
}

/** The same question as Arrow and as JSON, and which columns say anything. */
async function bothWays(client: Client, query: string) {
  const { body } = await client(`/api/progress?${query}`)
  const expected = (body as { rows: Fields[] }).rows
  const { type, bytes } = await client(`/api/progress?${query}&format=arrow`)
  const table = tableFromIPC(bytes)
  expect(type).toBe('application/vnd.apache.arrow.stream')
  expect(table.numRows).toBe(expected.length)
  const flat = expected.map(flattened)
  const filled: string[] = []
  for (const { name } of table.schema.fields) {
    const column = table.getChild(name)
    const found = flat.map((_, at): unknown => column?.get(at) ?? null)
    expect(found).toEqual(flat.map((row) => row[name] ?? null))
    if (found.some((value) => value !== null)) filled.push(name)
  }
  return { filled, all: table.schema.fields.map(({ name }) => name) }
}

test('Arrow carries the same rows, every column of them', async () => {
  const counties = await bothWays(leader, 'plan=13-5&level=county&curve=quarters')
  const provinces = await bothWays(leader, 'plan=13-5&level=province&children=status')
  const later = await bothWays(leader, 'plan=13-5&level=province&asOf=2021-03-31')
  const compared = await bothWays(leader, 'plan=levy-2020&level=province')
  const filled = new Set([counties, provinces, later, compared].flatMap((one) => one.filled))
  expect(counties.all.filter((name) => !filled.has(name))).toEqual(['targetThrough'])
})
