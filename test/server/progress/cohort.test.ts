import { expect, test } from 'vitest'
import { cohortRow, monthsUntil, type CohortAbout } from '../../../server/progress/cohort.ts'

const about: CohortAbout = {
  asOf: '2018-06-30',
  followDays: 180,
  hasData: true,
  counts: { numerator: 3, denominator: 4 },
}

test.each([
  ['2018-04', 'converted', 90, '2018-07-29', null, 'not_yet'],
  ['2018-03', 'converted', 90, '2018-06-29', 0.75, null],
  ['2018-04', 'converted', 30, '2018-05-30', 0.75, null],
  ['2017-06', 'stable', 180, '2018-06-24', 0.75, null],
  ['2017-07', 'stable', 180, '2018-07-25', null, 'not_yet'],
  ['2016-12', 'stable', 365, '2018-06-28', 0.75, null],
  ['2016-02', 'converted', 365, '2017-02-28', 0.75, null],
] as const)(
  '%s %s after %s days is known from %s',
  (month, outcome, days, from, actual, reason) => {
    const row = cohortRow({ month, outcome, days }, about)
    expect(row).toMatchObject({ knownFrom: from, actual, reason })
    expect(row.numerator).toBe(reason === null ? 3 : null)
  },
)

test('no data comes before not yet, and nobody trained is no rate of 0', () => {
  const asked = { month: '2018-04', outcome: 'converted', days: 90 } as const
  expect(cohortRow(asked, { ...about, hasData: false }).reason).toBe('no_data')
  const known = { ...asked, days: 30 }
  const row = cohortRow(known, { ...about, counts: null })
  expect(row).toMatchObject({
    numerator: 0,
    denominator: 0,
    actual: null,
    reason: 'not_applicable',
  })
})

test('only months that have ended are there', () => {
  expect(monthsUntil('2017-11', '2018-02-27')).toEqual(['2017-11', '2017-12', '2018-01'])
  expect(monthsUntil('2018-02', '2018-02-28')).toEqual(['2018-02'])
  expect(monthsUntil('2018-03', '2018-02-28')).toEqual([])
})
