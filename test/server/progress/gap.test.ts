import fc from 'fast-check'
import { expect, test } from 'vitest'
import { completionOf, completionPercent, gapOf, paceOf } from '../../../server/progress/gap.ts'

test('gap, pace and completion, the worked examples', () => {
  expect(gapOf(450, 500)).toBe(-50)
  expect(paceOf(450, 500)).toBe(0.9)
  expect(completionOf(451, 500)).toBe(0.902)
})

test('what is missing stays missing', () => {
  expect(gapOf(null, 500)).toBeNull()
  expect(gapOf(1, null)).toBeNull()
  expect(paceOf(5, 0)).toBeNull()
  expect(paceOf(5, null)).toBeNull()
  expect(completionOf(5, 0)).toBeNull()
  expect(completionPercent(null, 5)).toBeNull()
})

test('completion is shown with two decimals, half up, and may exceed 100', () => {
  expect(completionPercent(1, 800)).toBe(0.13)
  expect(completionPercent(1513, 1300)).toBe(116.38)
  expect(completionPercent(5000, 3600)).toBe(138.89)
  expect(completionPercent(334_101, 451_257)).toBe(74.04)
  expect(completionPercent(29, 20_000)).toBe(0.15)
})

test('what is not met never shows as 100.00', () => {
  expect(completionPercent(99_996, 100_000)).toBe(99.99)
  expect(completionPercent(999_999, 1_000_000)).toBe(99.99)
  expect(completionPercent(100_000, 100_000)).toBe(100)
})

test('property: gaps of counts add up over regions', () => {
  const regions = fc.array(fc.tuple(fc.nat(), fc.nat()), { minLength: 1, maxLength: 40 })
  fc.assert(
    fc.property(regions, (pairs) => {
      const sum = (values: number[]) => values.reduce((total, value) => total + value, 0)
      const whole = gapOf(
        sum(pairs.map(([actual]) => actual)),
        sum(pairs.map(([, target]) => target)),
      )
      expect(sum(pairs.map(([actual, target]) => gapOf(actual, target) ?? 0))).toBe(whole)
    }),
  )
})

test('property: 100 % is shown only when the target is met', () => {
  const target = fc.integer({ min: 1, max: 100_000_000 })
  fc.assert(
    fc.property(target, fc.integer({ min: -20_000, max: 20_000 }), (goal, off) => {
      const actual = Math.max(0, goal + off)
      expect((completionPercent(actual, goal) ?? 0) >= 100).toBe(actual >= goal)
    }),
  )
})
