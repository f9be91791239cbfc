import { expect, test } from 'vitest'
import { quarterEnds } from '../../../server/progress/day.ts'
import { seriesRows } from '../../../server/progress/series.ts'
import { about, nation, part, province } from './catalogue.ts'

const asOf = '2018-06-30'
const ends = quarterEnds('2016-01-01', asOf)
const counted = part('440000', Object.fromEntries(ends.map((day, at) => [day, 50_000 * (at + 1)])))

test('a row a quarter from the start to the deadline, nothing known after the as-of day', () => {
  const rows = seriesRows(nation([counted]), about('A1', asOf), '2016-01-01', '2020-12-31')
  expect(rows).toHaveLength(20)
  expect(rows[0]).toMatchObject({ quarter: '2016Q1', actual: 50_000, forecast: null, notes: [] })
  expect(rows[9]).toMatchObject({
    quarter: '2018Q2',
    actual: 500_000,
    expected: (1_000_000 * 912) / 1827,
    forecast: { low: 500_000, mid: 500_000, high: 500_000 },
    notes: ['as_of'],
  })
  expect(rows[10]).toMatchObject({ day: '2018-09-30', actual: null, numerator: null })
  expect(rows[10]?.forecast?.mid).toBeCloseTo(550_000, 6)
  expect(rows[19]).toMatchObject({ day: '2020-12-31', target: 1_000_000, expected: 1_000_000 })
  expect(rows[19]?.notes).toEqual(['deadline'])
  expect(rows[19]?.forecast?.mid).toBeCloseTo(1_000_000, 6)
})

test('the quarter under way ends on the as-of day', () => {
  const rows = seriesRows(nation([counted]), about('A1', '2018-05-15'), '2018-04-01', '2018-09-30')
  expect(rows.map(({ day }) => day)).toEqual(['2018-05-15', '2018-09-30'])
})

test('a trend has last year’s line beside it, and no judgement before its plan', () => {
  const placed = part('440000', { '2017-06-30': 80, '2018-06-30': 90 })
  const [row] = seriesRows(province(placed), about('L1', asOf), asOf, asOf)
  expect(row).toMatchObject({
    actual: 90,
    target: 80,
    expected: 80,
    forecast: null,
    notes: ['as_of', 'provisional', 'before_plan'],
  })
})
