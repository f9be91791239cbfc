import { expect, test } from 'vitest'
import { elapsedOn } from '../../../server/progress/elapsed.ts'

test('the worked example: 912 of 1,827 days', () => {
  expect(elapsedOn('2016-01-01', '2020-12-31', '2018-06-30')).toMatchObject({
    days: 912,
    daysTotal: 1827,
    share: 912 / 1827,
  })
})

test('0 before the plan, 1 after it, no share without an end', () => {
  expect(elapsedOn('2016-01-01', '2020-12-31', '2015-06-30').share).toBe(0)
  expect(elapsedOn('2016-01-01', '2020-12-31', '2022-06-30').share).toBe(1)
  expect(elapsedOn('2020-01-01', null, '2020-01-10')).toMatchObject({ days: 10, share: null })
})
