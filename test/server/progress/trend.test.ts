import { expect, test } from 'vitest'
import { comparisonOn } from '../../../server/progress/trend.ts'
import { part } from './catalogue.ts'

const a = part('110000', { '2019-06-30': 8, '2020-06-30': 10, '2019-02-28': 3, '2020-02-29': 4 })
const b = part('120000', { '2020-06-30': 5 })
const c = part('130000', { '2019-06-30': 6 })
const years: Record<string, string[]> = {
  '110000': ['2019', '2020'],
  '120000': ['2020'],
  '130000': ['2019'],
}
const hasData = (province: string, day: string) =>
  years[province]?.includes(day.slice(0, 4)) ?? false

test('both sides are over the provinces that reported both years', () => {
  expect(comparisonOn([a, b, c], '2020-06-30', hasData)).toEqual({ thisYear: 10, lastYear: 8 })
})

test('29 February is set against the 28th', () => {
  expect(comparisonOn([a], '2020-02-29', hasData)).toEqual({ thisYear: 4, lastYear: 3 })
})

test('nothing to compare where no province reported both', () => {
  expect(comparisonOn([b, c], '2020-06-30', hasData)).toBeNull()
})

test('a province that reported both and placed nobody counts 0', () => {
  const none = part('110000', { '2019-06-30': 8 })
  expect(comparisonOn([none], '2020-06-30', hasData)).toEqual({ thisYear: 0, lastYear: 8 })
})
