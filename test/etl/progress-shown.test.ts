import { expect, test } from 'vitest'

import { paced } from '../../etl/progress-shown.ts'

test('a step of two seconds and more tells its rate and the seconds left', () => {
  let now = 0
  const pace = paced(() => now)
  const told = [0, 1_000, 2_000, 4_000].map((ms) => {
    now = ms
    return pace('登记', ms * 500, 10_000_000)
  })
  expect(told).toEqual(['', '', '，500,000/秒，约余 18 秒', '，500,000/秒，约余 16 秒'])
})

test('steps that take turns are told apart, and one that falls back begins anew', () => {
  let now = 0
  const pace = paced(() => now)
  pace('登记', 0, 100)
  pace('就业', 0, 100)
  now = 10_000
  expect(pace('就业', 50, 100)).toBe('，5/秒，约余 10 秒')
  expect(pace('登记', 0, 100)).toBe('')
  expect(pace('就业', 10, 100)).toBe('')
})
