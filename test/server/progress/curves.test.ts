import { expect, test } from 'vitest'
import { expectedByQuarter, expectedBySeason } from '../../../server/progress/curves.ts'
import { dayNumber } from '../../../server/progress/day.ts'
import type { PathPoint } from '../../../server/progress/target.ts'

const point = (day: string, value: number): PathPoint => ({ day: dayNumber(day), value })
const year = [point('2017-12-31', 0), point('2018-12-31', 400)]
const plan = [point('2015-12-31', 0), point('2020-12-31', 1_000_000)]

test('quarters ÷ 4: half of 400 on any day of the second quarter, 10 of 20 quarters of the plan', () => {
  expect(['2018-04-01', '2018-06-30'].map((day) => expectedByQuarter(year, day))).toEqual([
    200, 200,
  ])
  expect(expectedByQuarter(plan, '2018-06-30')).toBe(500_000)
  expect(expectedByQuarter(plan, '2015-12-31')).toBe(0)
  expect(expectedByQuarter(plan, '2021-03-31')).toBe(1_000_000)
})

const steps = [2016, 2017].flatMap((of) =>
  [10, 20, 30, 40].map((value, at) => ({ quarter: `${of}Q${at + 1}`, value })),
)

test('the region’s own seasons: 10 and 20 % of a year’s 200,000 by 30 June of the third year', () => {
  expect(expectedBySeason(plan, '2018-06-30', steps)).toBeCloseTo(
    (1_000_000 * 731) / 1827 + 0.3 * ((1_000_000 * 365) / 1827),
    6,
  )
  expect(expectedBySeason(year, '2018-02-14', steps)).toBeCloseTo(400 * 0.1 * 0.5, 9)
})

test('without a whole year behind it there is no season', () => {
  expect(expectedBySeason(plan, '2016-06-30', steps)).toBeNull()
  expect(expectedBySeason(plan, '2018-06-30', steps.slice(0, 3))).toBeNull()
  expect(expectedBySeason(plan, '2018-06-30', [])).toBeNull()
})
