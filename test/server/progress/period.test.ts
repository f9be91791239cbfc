import { expect, test } from 'vitest'
import type { Day } from '../../../server/progress/day.ts'
import { periodOn } from '../../../server/progress/period.ts'
import { progressRow } from '../../../server/progress/row.ts'
import { about, indicator, part, province } from './catalogue.ts'

test('C1 is that of the latest year whose 1 July has come', () => {
  expect(periodOn(indicator('C1'), '2018-06-30')).toEqual({
    year: 2017,
    deadline: '2017-12-31',
    provisional: false,
    beforePlan: false,
  })
  expect(periodOn(indicator('C1'), '2018-07-01')).toMatchObject({ year: 2018, provisional: true })
  expect(periodOn(indicator('C1'), '2018-12-30').provisional).toBe(true)
  expect(periodOn(indicator('C1'), '2018-12-31').provisional).toBe(false)
  expect(periodOn(indicator('C1'), '2016-03-31')).toMatchObject({ year: 2015, beforePlan: true })
})

test('L1 is the calendar year up to the day, and unjudged before 2020', () => {
  expect(periodOn(indicator('L1'), '2018-06-30')).toEqual({
    year: 2018,
    deadline: '2018-12-31',
    provisional: true,
    beforePlan: true,
  })
  expect(periodOn(indicator('L1'), '2020-01-01').beforePlan).toBe(false)
})

test('C2 and C3 are those of the quarter, due on its last day', () => {
  expect(periodOn(indicator('C3'), '2018-05-15')).toEqual({
    year: 2018,
    deadline: '2018-06-30',
    provisional: true,
    beforePlan: false,
  })
  expect(periodOn(indicator('C2'), '2018-06-30').provisional).toBe(false)
  expect(periodOn(indicator('C2'), '2015-12-31').beforePlan).toBe(true)
})

test('an indicator of the whole plan has the plan’s deadline', () => {
  expect(periodOn(indicator('B3'), '2018-06-30')).toMatchObject({
    year: null,
    deadline: '2017-12-31',
  })
})

test('an indicator of the whole plan too is before it until the plan begins', () => {
  expect(periodOn(indicator('T1'), '2021-12-31').beforePlan).toBe(true)
  expect(periodOn(indicator('T1'), '2022-01-01').beforePlan).toBe(false)
})

test('before a plan that is not judged then, not even a missing report is a status', () => {
  const silent = { hasData: () => false }
  const statusOn = (day: Day) =>
    progressRow(province(part('440000', {})), about('T1', day, silent)).status
  expect(statusOn('2021-12-31')).toBeNull()
  expect(statusOn('2022-01-01')).toBe('no_data')
})
