import { afterAll, beforeAll, expect, test } from 'vitest'
import { startOnFixture, type Client, type Running } from '../progress/running-server.ts'

type Entry = {
  indicator: string
  reason: string | null
  targets: Record<string, unknown>[]
  breakdown: { sum: number; lines: { kind: string; region: string; value: number | null }[] } | null
  versions: Record<string, unknown>[]
}

let running: Running
let leader: Client

beforeAll(async () => {
  running = await startOnFixture()
  leader = await running.as('leader')
})
afterAll(() => running.close())

async function ledger(query: string, client = leader): Promise<Entry[]> {
  const { status, body } = await client(`/api/targets?plan=13-5&${query}`)
  expect(status).toBe(200)
  return (body as { indicators: Entry[] }).indicators
}

test('a province: its own target, where it comes from, and what it replaced', async () => {
  const [entry] = await ledger('indicator=A1&region=440000')
  expect(entry?.targets).toEqual([
    {
      setBy: 'own',
      inForce: true,
      value: 1500,
      deadline: '2020-12-31',
      through: null,
      years: [],
      documentNumber: '粤残联〔2018〕1号',
      bindingNature: '约束性',
      effectiveOn: '2018-01-01',
    },
  ])
  expect(entry?.versions).toMatchObject([
    { value: 1500, quarter: '2018Q2', file: '2018Q2/440000/target.csv', supersededIn: null },
    {
      value: 1200,
      quarter: '2018Q1',
      file: '2018Q1/440000/target.csv',
      supersededIn: '2018Q2',
      supersededBy: '2018Q2/440000/target.csv',
    },
  ])
})

test('the nation: what its provinces leave unassigned is a line, and the lines add up', async () => {
  const [entry] = await ledger('indicator=A1')
  expect(entry?.targets).toMatchObject([{ setBy: 'national', value: 20_000, inForce: true }])
  const lines = entry?.breakdown?.lines ?? []
  expect(entry?.breakdown?.sum).toBe(1800)
  expect(lines.at(-1)).toMatchObject({ kind: 'unassigned', region: '000000', value: 18_200 })
  expect(lines.reduce((sum, { value }) => sum + (value ?? 0), 0)).toBe(20_000)
})

test('a ratio: the own floor beside the plan’s, the stricter in force, nothing added up', async () => {
  const [entry] = await ledger('indicator=C1&region=440000&asOf=2018-12-31')
  expect(entry?.targets).toMatchObject([
    { setBy: 'own', value: 0.65, inForce: true, years: [{ year: 2018, value: 0.65 }] },
    { setBy: 'plan', value: 0.6, inForce: false },
  ])
  expect(entry?.breakdown).toBeNull()
})

test('yearly tasks with a year missing before them are shown and make no target', async () => {
  const [entry] = await ledger('indicator=A1&region=440104')
  expect(entry?.targets).toEqual([])
  expect(entry?.versions).toMatchObject([{ year: 2018, value: 70 }])
})

test('all indicators of the plan where none is named; outside level or scope not applicable', async () => {
  const entries = await ledger('region=440104')
  expect(entries.length).toBeGreaterThan(20)
  const of = (code: string) => entries.find(({ indicator }) => indicator === code)
  expect(of('M1')).toMatchObject({ reason: 'not_applicable', targets: [] })
  expect(of('A3')).toMatchObject({ reason: 'not_applicable', targets: [] })
})

test('a supervisor reads the nation and the own province, no other', async () => {
  const supervisor = await running.as('supervisor-440000')
  const nation = 'indicator=A1&region=000000'
  expect(await ledger(nation, supervisor)).toEqual(await ledger(nation))
  expect(await ledger('indicator=A1&region=440104', supervisor)).toHaveLength(1)
  const { status, body } = await supervisor('/api/targets?plan=13-5&region=110101')
  expect([status, body]).toMatchObject([403, { code: 'no_permission' }])
})

test('Cube refuses a supervisor another province’s submissions in words', async () => {
  const supervisor = await running.as('supervisor-440000')
  const filters = [
    { member: 'target_versions.region_code', operator: 'equals', values: ['110101'] },
  ]
  const query = JSON.stringify({ measures: ['target_versions.versions'], filters })
  const path = `/cubejs-api/v1/load?query=${encodeURIComponent(query)}`
  expect((await supervisor(path)).status).toBe(403)
  expect((await leader(path)).status).toBe(200)
})
