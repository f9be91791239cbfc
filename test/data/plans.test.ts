import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { parsePlan, type Plan } from '../../server/progress/plan.ts'

const folder = new URL('../../data/plans/', import.meta.url)
const plans = readdirSync(folder)
  .filter((name) => name.endsWith('.yaml'))
  .map((name): [string, Plan] => [
    name,
    parsePlan(parse(readFileSync(new URL(name, folder), 'utf8'))),
  ])

test.each(plans)('%s has the expected form and its own name', (name, plan) => {
  expect(name).toBe(`${plan.plan}.yaml`)
  expect(new Set(plan.indicators.map(({ code }) => code)).size).toBe(plan.indicators.length)
})

test.each(plans)('%s quotes each commitment without a break in the line', (_, plan) => {
  for (const { clause, also_in } of plan.indicators) {
    for (const { place, quote } of [clause, ...also_in]) {
      expect(place).toMatch(/^[一二三四](（[一二三四五六七八九十]+）\d*)?$/)
      expect(quote).toMatch(/[。，；]$/)
      expect(quote).not.toMatch(/\n|\s\s|[\u4e00-\u9fff] [\u4e00-\u9fff]/)
    }
  }
})

test.each(plans)('%s counts each indicator from an extract there is', (_, plan) => {
  for (const { extract } of plan.indicators) {
    const file = new URL(`../extracts/${extract}.yaml`, folder)
    expect(parse(readFileSync(file, 'utf8'))).toMatchObject({ extract })
  }
})

test('the numbers are those of the documents', () => {
  const targets = plans.flatMap(([, plan]) =>
    plan.indicators.map(({ code, kind, target, deadline }) => [code, kind, target, deadline]),
  )
  const promised = [
    ['A1', 'cumulative', 1_000_000, '2020-12-31'],
    ['A2', 'cumulative', 500_000, '2020-12-31'],
    ['A3', 'cumulative', 500_000, '2020-12-31'],
    ['A4', 'rate', 1, '2020-12-31'],
    ['B1', 'coverage', 1, '2020-12-31'],
    ['B2', 'coverage', 1, '2020-12-31'],
    ['B3', 'coverage', 1, '2017-12-31'],
    ['B4', 'coverage', 1, '2020-12-31'],
    ['B5', 'cumulative', 2_500, '2020-12-31'],
    ['B6', 'cumulative', 50_000, '2020-12-31'],
    ['B7', 'cumulative', 20_000, '2020-12-31'],
    ['B8', 'cumulative', 25_000, '2020-12-31'],
    ['B9', 'stock', 70, '2020-12-31'],
    ['B10', 'stock', 10, '2020-12-31'],
    ['B11', 'rate', 1, '2020-12-31'],
    ['C1', 'rate', 0.6, '2020-12-31'],
    ['C2', 'rate', 1, '2020-12-31'],
    ['C3', 'rate', 1, '2020-12-31'],
    ['C4', 'rate', 1, '2020-12-31'],
    ['C5', 'cumulative', 10_000, '2020-12-31'],
    ['C6', 'coverage', 1, '2020-12-31'],
    ['C7', 'rate', 1, '2020-12-31'],
    ['M1', 'milestone', 1, '2020-12-31'],
    ['M2', 'milestone', 1, '2020-12-31'],
    ['M3', 'milestone', 1, '2020-12-31'],
    ['M4', 'milestone', 1, '2020-12-31'],
    ['M5', 'milestone', 1, '2020-12-31'],
    ['M6', 'milestone', 1, '2020-12-31'],
    ['L1', 'trend', null, null],
    ['L2', 'trend', null, null],
    ['L3', 'stock', null, null],
    ['L4', 'stock', null, null],
    ['L5', 'rate', null, null],
    ['L6', 'rate', null, null],
    ['L7', 'stock', null, null],
    ['L8', 'stock', null, null],
    ['L9', 'rate', null, null],
    ['L10', 'rate', null, null],
    ['L11', 'rate', null, null],
    ['L12', 'rate', 0.8, null],
    ['L13', 'stock', 0, null],
    ['L14', 'milestone', 1, null],
    ['L15', 'stock', 0, null],
  ]
  expect(targets).toEqual(expect.arrayContaining(promised))
})

test('a target that is ours is marked, the documents’ own is not', () => {
  const ours = plans.flatMap(([, plan]) =>
    plan.indicators.filter(({ interpretation }) => interpretation !== null),
  )
  const ofTheDocuments = /^(A[1-4]|B\d+|C[1-7]|M[1-6]|L([1-9]|1[0-5]))$/
  expect(ours.map(({ code }) => code).filter((code) => ofTheDocuments.test(code))).toEqual([
    'A4',
    'B11',
    'L1',
    'L2',
    'L10',
    'L11',
    'L12',
    'L13',
    'L15',
  ])
})

test('a plan without the expected form is refused by field', () => {
  expect(() => parsePlan({ plan: 'x', indicators: [] })).toThrow(/starts_on/)
})
