import * as fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { SecurityContext } from '../../../server/deps.ts'
import {
  figureQuery,
  loadAllActuals,
  type Actuals,
  type Wanted,
} from '../../../server/reading/actuals.ts'
import { KeptDays } from '../../../server/reading/kept-actuals.ts'
import type { Region } from '../../../server/reading/regions.ts'
import { openBench, watching, type Bench } from '../../cube/metrics-fixture.ts'
import { indicator } from '../progress/catalogue.ts'

let bench: Bench

beforeAll(async () => {
  bench = await openBench()
})
afterAll(() => bench.close())

function under(code: string): { top: Region; level: 'province' } {
  const level = code === '000000' ? ('nation' as const) : ('province' as const)
  const top = { code, name: code, level, parent: null, province: code, exists: true }
  return { top, level: 'province' }
}

const nation = under('000000')
const counties = { ...nation, level: 'county' as const }
const snapshot = 'bench'
const leader: SecurityContext = { user: 'a', role: 'leader', region: '000000', snapshot }
const DAYS = ['2016-12-31', '2017-06-30', '2017-12-31', '2018-03-31', '2018-05-17', '2018-06-30']

/** The metrics, and the days that were asked of them. */
function watched() {
  const asked: string[] = []
  const load = watching(bench.metrics.load, ({ filters = [] }) => {
    for (const filter of filters)
      if ('member' in filter && filter.member.endsWith('.as_of_day'))
        asked.push(...(filter.values ?? []).map(String))
  })
  return { asked, load }
}

/** Every figure by indicator, day and region. */
function plain(found: Map<string, Actuals>) {
  return [...found].map(([code, actuals]) => [
    code,
    [...actuals].map(([day, figures]) => [day, Object.fromEntries(figures), figures.size]),
  ])
}

const wantedOf = (codes: string[], days: string[]): Wanted[] =>
  codes.map((code) => ({ indicator: indicator(code), days }))

it('gives the same figures of a day, whatever days were asked for before', async () => {
  const { load } = watched()
  const question = fc.record({
    codes: fc.subarray(['A1', 'A2', 'A4', 'B3', 'B6', 'C2'], { minLength: 1 }),
    days: fc.subarray(DAYS, { minLength: 1 }),
    at: fc.constantFrom(nation, counties),
  })
  await fc.assert(
    fc.asyncProperty(question, async ({ codes, days, at }) => {
      const wanted = wantedOf(codes, days)
      const anew = await loadAllActuals(watched().load, leader, wanted, at)
      expect(plain(await loadAllActuals(load, leader, wanted, at))).toEqual(plain(anew))
    }),
    { numRuns: 30 },
  )
})

it.each([nation, counties])('reads only the days that nobody has asked for', async (at) => {
  const { asked, load } = watched()
  await loadAllActuals(load, leader, wantedOf(['A1'], DAYS.slice(0, 3)), at)
  await loadAllActuals(load, leader, wantedOf(['A1'], DAYS.slice(1, 5)), at)
  expect(asked).toEqual(DAYS.slice(0, 5))
})

it('reads every province with the first that is asked for, and keeps nothing of one role or region for another', async () => {
  const { asked, load } = watched()
  const wanted = wantedOf(['A2'], ['2018-06-30'])
  for (const code of ['440000', '110000']) {
    const supervisor: SecurityContext = { ...leader, role: 'supervisor', region: code }
    for (const context of [leader, supervisor]) {
      const found = await loadAllActuals(load, context, wanted, under(code))
      expect([...(found.get('A2')?.get('2018-06-30')?.keys() ?? [])]).toEqual([code])
    }
  }
  expect(asked).toHaveLength(3)
})

it('gives a province among all what the metrics say of it alone', async () => {
  const { load } = watched()
  for (const code of ['A1', 'A2', 'B6'])
    for (const province of ['440000', '110000', '510000']) {
      const asked = under(province)
      const [found] = (await loadAllActuals(load, leader, wantedOf([code], DAYS), asked)).values()
      const query = figureQuery(indicator(code), { top: asked.top, asOf: '2018-05-17' })
      const [row] = await bench.metrics.load(query, leader)
      const [measure = ''] = query.measures ?? []
      expect(found?.get('2018-05-17')?.get(province)?.numerator).toBe(row?.[measure])
    }
})

it('forgets the days read longest ago beyond so many figures, each with its own weight once', () => {
  const kept = new KeptDays(8)
  const day = (regions: number) =>
    new Map(
      Array.from({ length: regions }, (_, at) => [String(at), { numerator: 1, denominator: null }]),
    )
  kept.keep('a', day(2))
  kept.keep('b', day(2))
  kept.keep('a', day(2))
  const left = () => ['a', 'b', 'c'].filter((name) => kept.get(name) !== undefined)
  expect(left()).toEqual(['a', 'b'])
  kept.keep('c', day(2))
  expect(left()).toEqual(['a', 'c'])
  kept.keep('b', day(20))
  expect(left()).toEqual([])
  kept.keep('c', day(7))
  expect(left()).toEqual(['c'])
})
