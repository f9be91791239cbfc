import { describe, expect, test } from 'vitest'
import { hasBegun, periodOn } from '../../../server/progress/period.ts'
import { rollUp, valueOf } from '../../../server/progress/roll-up.ts'
import { progressRow } from '../../../server/progress/row.ts'
import { comparisonOn } from '../../../server/progress/trend.ts'
import { about, indicator, nation, part, province } from './catalogue.ts'

const always = () => true

describe('L2, a ratio set against last year', () => {
  const a = part('110000', { '2020-06-30': [50, 100], '2019-06-30': [10, 100] })
  const b = part('440000', { '2020-06-30': [90, 900], '2019-06-30': [90, 300] })
  const silent = part('120000', { '2020-06-30': [100, 100] })
  const hasData = (code: string, day: string) => code !== '120000' || day >= '2020-01-01'

  test('is the ratio of the sums, over the provinces that reported both years', () => {
    expect(comparisonOn([a, b, silent], '2020-06-30', hasData, true)).toEqual({
      thisYear: 0.14,
      lastYear: 0.25,
    })
  })

  test('its actual is of all that reported, its pace of those that can be compared', () => {
    const row = progressRow(nation([a, b, silent]), about('L2', '2020-06-30', { hasData }))
    expect(row).toMatchObject({
      actual: 240 / 1100,
      target: 0.25,
      comparable: 0.14,
      pace: 0.14 / 0.25,
      status: 'behind',
    })
  })

  test('has no target where nothing was spent the year before', () => {
    const first = part('110000', { '2020-06-30': [50, 100], '2019-06-30': [0, 0] })
    const row = progressRow(province(first), about('L2', '2020-06-30'))
    expect(row).toMatchObject({ actual: 0.5, target: null, pace: null, status: null })
  })
})

describe('what starts later or rolls on', () => {
  test('L8 is not applicable before 2020, whether reported or not', () => {
    expect(hasBegun(indicator('L8'), '2019-12-31')).toBe(false)
    expect(hasBegun(indicator('L8'), '2020-01-01')).toBe(true)
    const one = province(part('110000', { '2019-12-31': 3, '2020-12-31': 3 }))
    const before = { actual: null, reason: 'not_applicable', status: null }
    expect(progressRow(one, about('L8', '2019-12-31'))).toMatchObject(before)
    const unknown = about('L8', '2019-12-31', { hasData: () => false })
    expect(progressRow(one, unknown)).toMatchObject(before)
    expect(progressRow(one, about('L8', '2020-12-31'))).toMatchObject({ actual: 3, reason: null })
  })

  test('L10 is of the months up to the day: never provisional, and unjudged before 2020', () => {
    expect(periodOn(indicator('L10'), '2019-12-31')).toEqual({
      year: null,
      deadline: null,
      provisional: false,
      beforePlan: true,
    })
    expect(periodOn(indicator('L10'), '2020-01-01').beforePlan).toBe(false)
  })

  test('L10 is set against the same day of the year before', () => {
    const one = province(part('110000', { '2021-03-31': [30, 100], '2020-03-31': [50, 200] }))
    expect(progressRow(one, about('L10', '2021-03-31'))).toMatchObject({
      actual: 0.3,
      target: 0.25,
      status: 'met',
      deadline: null,
      periodYear: null,
    })
  })
})

describe('the targets of a year', () => {
  test('L12 is expected in full on every day of it', () => {
    const one = province(part('110000', { '2021-03-31': [76, 100] }))
    const row = progressRow(one, about('L12', '2021-03-31'))
    expect(row).toMatchObject({ target: 0.8, expected: 0.8, status: 'watch' })
  })

  test.each([
    [0, 'met'],
    [1, 'behind'],
  ])('%i filings that differ are %s; there is no pace', (count, status) => {
    const one = province(part('110000', { '2021-03-31': count }))
    const row = progressRow(one, about('L15', '2021-03-31'))
    expect(row).toMatchObject({ target: 0, gap: count, pace: null, status })
  })

  test('L14 is expected on the line from 1 January to 31 December', () => {
    const one = nation([part('110000', { '2021-07-02': [16, 32] })])
    const row = progressRow(one, about('L14', '2021-07-02'))
    expect(row.expected).toBeCloseTo(183 / 365, 12)
    expect(row).toMatchObject({ actual: 0.5, deadline: '2021-12-31', status: 'watch' })
  })
})

test('amounts of provinces add up without binary noise', () => {
  const parts = [0.1, 0.2, 1_000_000.07].map((amount, at) =>
    part(String(at), { '2021-03-31': amount }),
  )
  expect(valueOf(rollUp(parts, '2021-03-31', false, always))).toBe(1_000_000.37)
})
