import { expect, test } from 'vitest'
import {
  addDays,
  daysBetween,
  nextQuarter,
  quarterEnd,
  lastQuarterEnd,
  quarterEnds,
  quarterOf,
  quartersBetween,
  yearBefore,
} from '../../../server/progress/day.ts'

test('days are counted in whole days across leap years and zones', () => {
  expect(daysBetween('2016-01-01', '2020-12-31')).toBe(1826)
  expect(addDays('2016-02-28', 1)).toBe('2016-02-29')
  expect(addDays('2016-01-01', -1)).toBe('2015-12-31')
})

test('a year before 29 February is the 28th', () => {
  expect(yearBefore('2020-02-29')).toBe('2019-02-28')
  expect(yearBefore('2020-06-30')).toBe('2019-06-30')
})

test('quarters are calendar quarters', () => {
  expect(quarterOf('2018-06-30')).toBe('2018Q2')
  expect(quarterOf('2018-07-01')).toBe('2018Q3')
  expect(quarterEnd('2018Q4')).toBe('2018-12-31')
  expect(nextQuarter('2018Q4')).toBe('2019Q1')
})

test('the quarters touched by a stretch', () => {
  expect(quarterEnds('2016-01-01', '2016-08-15')).toEqual([
    '2016-03-31',
    '2016-06-30',
    '2016-09-30',
  ])
})

test('the latest quarter end that is not after a day', () => {
  const days = ['2018-05-17', '2018-06-30', '2018-07-01', '2018-01-01', '2018-12-30']
  expect(days.map(lastQuarterEnd)).toEqual([
    ...['2018-03-31', '2018-06-30', '2018-06-30', '2017-12-31', '2018-09-30'],
  ])
})

test('quarters between two days count the begun quarter by its days', () => {
  expect(quartersBetween('2018-06-30', '2020-12-31')).toBe(10)
  expect(quartersBetween('2018-08-15', '2018-09-30')).toBeCloseTo(46 / 92, 12)
  expect(quartersBetween('2015-12-31', '2016-03-31')).toBe(1)
})
