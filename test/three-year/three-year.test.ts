import { execFileSync } from 'node:child_process'
import { cp } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { progressRows } from '../support/progress-rows.ts'
import { serveInbox, type Served } from '../support/served.ts'

const plan = 'three-year-2022'

let served: Served

beforeAll(async () => {
  const extracts = join(import.meta.dirname, 'extracts')
  served = await serveInbox((inbox) => cp(extracts, inbox, { recursive: true }))
})

afterAll(() => served.close())

async function rowOf(indicator: string, region: string, asOf = '2022-06-30') {
  const [row] = await progressRows(served.client, { plan, indicator, region, asOf })
  return row
}

it('stands beside the other plans', async () => {
  const { body } = await served.client('/api/plans')
  const { plans } = body as { plans: { plan: string; indicators: string[] }[] }
  expect(plans.map((one) => one.plan)).toEqual(['13-5', 'levy-2020', plan])
  expect(plans.at(-1)?.indicators).toEqual(['T1', 'T2', 'T3'])
})

/** 181 of 1,096 days have passed; of the year's 365 for the regions whose own years are 2022, and 2022 to 2025. */
it.each([
  ['000000', 4, 1_000_000, (1_000_000 * 181) / 1096, 'behind'],
  ['440000', 2, 6, (6 * 181) / 1096, 'on_pace'],
  ['440103', 2, 3, (3 * 181) / 1096, 'on_pace'],
  ['440104', 0, 2, (2 * 181) / 1096, 'behind'],
  ['110000', 1, 2, (2 * 181) / 365, 'on_pace'],
  ['330000', 1, 8, (2 * 181) / 365, 'on_pace'],
])('newly employed in %s: %d of %d', async (region, actual, target, expected, status) => {
  const row = await rowOf('T1', region)
  expect(row).toMatchObject({ actual, target, status, gap: actual - target })
  expect(row?.expected).toBeCloseTo(expected, 6)
  expect(row?.pace).toBeCloseTo(actual / expected, 9)
})

it('a province has a period of its own: the years that it gives', async () => {
  const periods = await Promise.all(['000000', '110000', '330000'].map((code) => rowOf('T1', code)))
  expect(periods).toMatchObject([
    { deadline: '2024-12-31', targetThrough: null },
    { deadline: '2022-12-31', targetThrough: 2022 },
    { deadline: '2025-12-31', targetThrough: 2025 },
  ])
  const at2025 = await rowOf('T1', '330000', '2025-06-30')
  expect(at2025?.expected).toBeCloseTo(6 + (2 * 181) / 365, 6)
})

it.each([
  ['T2', '000000', 1, 3],
  ['T2', '440000', 1, 3],
  ['T2', '440103', 1, 1],
  ['T3', '440000', 1, 3],
  ['T3', '440104', 1, 2],
])('%s in %s: %d of %d reached in the year', async (indicator, region, numerator, denominator) => {
  const row = await rowOf(indicator, region)
  expect(row).toMatchObject({ numerator, denominator, target: 1, expected: 1 })
  expect(row?.status).toBe(numerator === denominator ? 'met' : 'behind')
})

it('a service counts in its own year only: each year asks anew', async () => {
  expect(await rowOf('T2', '440000', '2022-12-31')).toMatchObject({ numerator: 1 })
  expect(await rowOf('T2', '440000', '2023-03-31')).toMatchObject({ numerator: 0, denominator: 3 })
})

it('a unit that sent no services is no data', async () => {
  expect(await rowOf('T2', '110000')).toMatchObject({ actual: null, reason: 'no_data' })
})

it('the ledger names document, nature and day, and the target it took the place of', async () => {
  const { body } = await served.client(`/api/targets?plan=${plan}&indicator=T1&region=440000`)
  expect(body).toMatchObject({
    indicators: [
      {
        targets: [
          {
            ...{ setBy: 'own', value: 6, inForce: true, deadline: '2024-12-31' },
            ...{ documentNumber: '粤残联〔2022〕3号', bindingNature: '约束性' },
            effectiveOn: '2022-03-01',
          },
          { setBy: 'national', value: 4, inForce: false },
        ],
        versions: [
          { value: 6, quarter: '2022Q2', supersededIn: null },
          { value: 5, quarter: '2022Q1', supersededIn: '2022Q2' },
          { value: 4, setBy: 'national', supersededIn: null },
        ],
      },
    ],
  })
})

it('counties below a prefecture without a target are its own, in the breakdown', async () => {
  const { body } = await served.client(`/api/targets?plan=${plan}&indicator=T1&region=440000`)
  const [entry] = (body as { indicators: { breakdown: unknown }[] }).indicators
  expect(entry?.breakdown).toMatchObject({
    sum: 5,
    lines: expect.arrayContaining([
      { kind: 'region', region: '440100', regionName: '广州市', value: 5 },
      { kind: 'unassigned', region: '440000', regionName: '广东省', value: 1 },
    ]) as unknown,
  })
})

it('no code names the plan or its indicators, but for the sample that sets a target of it', () => {
  const folders = ['etl', 'cube', 'server', 'web', 'start.ts'].map((name) => resolve(name))
  const found = (pattern: string) => {
    try {
      return execFileSync('grep', ['-rlE', '--exclude-dir=sample', pattern, ...folders], {
        encoding: 'utf8',
      })
    } catch {
      return ''
    }
  }
  expect(found('three-year|2022—2024|三年行动')).toBe('')
})
