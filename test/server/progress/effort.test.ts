import { expect, test } from 'vitest'
import { bestQuarter, leftToReach, neededPerQuarter } from '../../../server/progress/effort.ts'
import { about, part, province } from './catalogue.ts'

test('the run-rate now needed: 500 in the 10 quarters from 2018-06-30 to 2020-12-31', () => {
  expect(neededPerQuarter(500, '2018-06-30', '2020-12-31')).toBe(50)
  expect(neededPerQuarter(500, '2020-12-31', '2020-12-31')).toBeNull()
  expect(neededPerQuarter(500, '2018-06-30', null)).toBeNull()
})

test('the best quarter: 100, then 80, then 30 more', () => {
  const days = { '2016-03-31': 100, '2016-06-30': 180, '2016-09-30': 210 }
  const region = province(part('440000', days))
  expect(bestQuarter(region, about('A1', '2016-10-15'))).toEqual({ quarter: '2016Q1', value: 100 })
})

test('who is left: 70 of 250, or of a count those the plan can reach', () => {
  const asOf = '2018-06-30'
  const rate = province(part('440000', { [asOf]: [180, 250] }))
  expect(leftToReach(rate, about('A4', asOf), null)).toBe(70)
  const count = province(part('440000', { [asOf]: 180 }))
  expect(leftToReach(count, about('A1', asOf), 1000)).toBe(820)
  expect(leftToReach(count, about('A1', asOf), 100)).toBe(0)
  expect(leftToReach(count, about('A1', asOf), null)).toBeNull()
})
