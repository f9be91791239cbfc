import { expect, test } from 'vitest'
import { quarterEnds } from '../../../server/progress/day.ts'
import { progressRow } from '../../../server/progress/row.ts'
import { statusCounts } from '../../../server/progress/status-counts.ts'
import { about, nation, part, province } from './catalogue.ts'

const asOf = '2018-06-30'

function steady(code: string, step: number) {
  const ends = quarterEnds('2016-01-01', asOf)
  return part(code, Object.fromEntries(ends.map((day, at) => [day, step * (at + 1)])))
}

test('a count of the nation: target, expected, pace, gap, days, status and forecast', () => {
  const row = progressRow(nation([steady('440000', 52_000)]), about('A1', asOf))
  expect(row).toMatchObject({
    indicator: 'A1',
    actual: 520_000,
    target: 1_000_000,
    targetSetBy: 'plan',
    expected: (1_000_000 * 912) / 1827,
    completionPercent: 52,
    gap: -480_000,
    days: 39,
    status: 'on_pace',
    deadline: '2020-12-31',
    reason: null,
    flags: [],
  })
  expect(row.pace).toBeCloseTo(1.04171, 5)
  expect(row.forecast).toMatchObject({ mid: 1_040_000, probability: 1, error: 0 })
})

test('a province that never reported: no data, its target still named', () => {
  const silent = {
    ...province(part('540000', {})),
    targets: [{ setBy: 'national' as const, year: null, value: 9 }],
  }
  const row = progressRow(silent, about('A1', asOf, { hasData: () => false }))
  expect(row).toMatchObject({
    actual: null,
    numerator: null,
    target: 9,
    gap: null,
    pace: null,
    status: 'no_data',
    reason: 'no_data',
    forecast: null,
    unitsWithData: 0,
  })
})

test('outside the scope: not applicable, without status', () => {
  const outside = { ...province(part('110000', { [asOf]: 5 })), parts: [] }
  expect(progressRow(outside, about('A3', asOf))).toMatchObject({
    actual: null,
    target: null,
    gap: null,
    status: null,
    reason: 'not_applicable',
  })
})

test('a coverage without units to cover is not applicable', () => {
  const row = progressRow(province(part('440000', {})), about('B4', asOf))
  expect(row).toMatchObject({ actual: null, status: null, reason: 'not_applicable', gap: null })
})

test('B3 after its deadline is judged by what stood on the deadline', () => {
  const late = part('440000', { '2017-12-31': [50, 100], [asOf]: [95, 100] })
  expect(progressRow(province(late), about('B3', asOf))).toMatchObject({
    actual: 0.95,
    status: 'overdue',
    atDeadline: { day: '2017-12-31', actual: 0.5, numerator: 50, denominator: 100 },
    forecast: null,
    days: -217,
  })
  const closed = part('440000', { '2017-12-31': [100, 100], [asOf]: [99, 100] })
  expect(progressRow(province(closed), about('B3', asOf)).status).toBe('watch')
  const caughtUp = part('440000', { '2017-12-31': [50, 100], [asOf]: [100, 100] })
  expect(progressRow(province(caughtUp), about('B3', asOf)).status).toBe('met')
})

test('C1 falls due on 31 December of the year shown', () => {
  const class2017 = part('440000', { [asOf]: [57, 100], '2018-09-30': [10, 100] })
  expect(progressRow(province(class2017), about('C1', asOf))).toMatchObject({
    actual: 0.57,
    target: 0.6,
    expected: 0.6,
    periodYear: 2017,
    deadline: '2017-12-31',
    status: 'overdue',
    days: null,
    flags: ['work_late'],
  })
  expect(progressRow(province(class2017), about('C1', '2018-09-30'))).toMatchObject({
    periodYear: 2018,
    status: 'behind',
    flags: ['provisional', 'work_late'],
  })
})

test('L1 stands beside the same stretch of last year; before 2020 it is not judged', () => {
  const placed = part('440000', { [asOf]: 90, '2017-06-30': 100 })
  expect(progressRow(province(placed), about('L1', asOf))).toMatchObject({
    actual: 90,
    comparable: 90,
    target: 100,
    pace: 0.9,
    gap: -10,
    status: null,
    flags: ['provisional', 'before_plan', 'interpretation'],
  })
  const later = part('440000', { '2020-06-30': 90, '2019-06-30': 100 })
  expect(progressRow(province(later), about('L1', '2020-06-30')).status).toBe('watch')
})

test('some provinces without data are said, the figure is of the others', () => {
  const parts = [steady('440000', 10), part('540000', {})]
  const hasData = (code: string) => code === '440000'
  expect(progressRow(nation(parts), about('A1', asOf, { hasData }))).toMatchObject({
    actual: 100,
    unitsWithData: 1,
    unitsDue: 32,
    flags: ['partial_data', 'work_late'],
  })
})

test('a target to the end of a year has that year’s deadline', () => {
  const targets = [2016, 2017].map((year) => ({ setBy: 'own' as const, year, value: 50 }))
  const region = { ...province(part('440000', { [asOf]: 99 })), targets }
  expect(progressRow(region, about('A1', asOf))).toMatchObject({
    target: 100,
    targetThrough: 2017,
    deadline: '2017-12-31',
    completionPercent: 99,
    status: 'overdue',
    flags: ['target_to_year', 'work_late'],
  })
})

test('the demonstration and a day beyond the data are said', () => {
  const row = progressRow(
    nation([steady('440000', 10)]),
    about('A1', asOf, { demonstration: true, known: '2018-03-31' }),
  )
  expect(row.flags).toEqual(['demonstration_scaled', 'beyond_data'])
})

test('statuses are counted, rows without one as none', () => {
  const rows = [
    progressRow(nation([steady('440000', 52_000)]), about('A1', asOf)),
    progressRow(province(part('440000', { [asOf]: 1 })), about('A1', asOf)),
  ]
  expect(statusCounts(rows)).toMatchObject({ on_pace: 1, none: 1, met: 0 })
})
