import { expect, test } from 'vitest'
import { progressRow } from '../../../server/progress/row.ts'
import type { Circumstances } from '../../../server/progress/case.ts'
import { about, nation, part, province } from './catalogue.ts'

const asOf = '2018-06-30'
const target = (value: number) => [{ setBy: 'national' as const, year: null, value }]

function flagsOf(code: string, value: number, due: number, change: Partial<Circumstances> = {}) {
  const region = { ...province(part('440000', { [asOf]: value })), targets: target(due) }
  return progressRow(region, about(code, asOf, change)).flags
}

test('超额: more than 10 points of the target above the 499.18 expected of 1,000', () => {
  expect(flagsOf('A1', 600, 1000)).toEqual(['over_target'])
  expect(flagsOf('A1', 599, 1000)).toEqual([])
})

test('未开始: nothing reached where something is expected', () => {
  expect(flagsOf('A1', 0, 1000)).toEqual(['not_started', 'work_late'])
})

test('a demonstration’s counts are scaled, its ratios are not', () => {
  expect(flagsOf('A1', 500, 1000, { demonstration: true })).toEqual(['demonstration_scaled'])
  const ratio = province(part('440000', { [asOf]: [1, 1] }))
  expect(progressRow(ratio, about('B4', asOf, { demonstration: true })).flags).toEqual([
    'over_target',
  ])
})

test('beyond the data nothing is called late', () => {
  expect(flagsOf('A1', 100, 1000, { known: '2018-03-31' })).toEqual(['beyond_data'])
})

test('数据不足: fewer than half of the units have data; half of them is partial', () => {
  const parts = ['420000', '510000', '540000'].map((code) => part(code, { [asOf]: 200_000 }))
  const only = (...codes: string[]) => ({ hasData: (code: string) => codes.includes(code) })
  const flags = (change: Partial<Circumstances>) =>
    progressRow(nation(parts), about('A1', asOf, change)).flags
  expect(flags(only('420000', '510000'))).toEqual(['partial_data', 'work_late'])
  expect(flags(only('420000'))).toEqual(['partial_data', 'insufficient_data', 'work_late'])
})

test('口径不可比: a year set against another that not all units reported', () => {
  const parts = ['420000', '510000'].map((code) => part(code, { '2021-06-30': 5, '2020-06-30': 5 }))
  const hasData = (code: string, day: string) => code === '420000' || day > '2021'
  const row = progressRow(nation(parts), about('L1', '2021-06-30', { hasData }))
  expect(row.flags).toContain('not_comparable')
})
