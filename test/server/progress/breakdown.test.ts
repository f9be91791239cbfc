import fc from 'fast-check'
import { expect, test } from 'vitest'
import { breakdownOf, type Part } from '../../../server/progress/breakdown.ts'

const parts = (...values: (number | null)[]): Part[] =>
  values.map((value, at) => ({ region: `44010${at}`, regionName: '区', value }))

test('what the target holds beyond those below it is unassigned, what they hold over-assigned', () => {
  expect(breakdownOf(1000, parts(600, 300, null))).toEqual({
    sum: 900,
    withTarget: 2,
    remainder: { kind: 'unassigned', value: 100 },
  })
  expect(breakdownOf(1000, parts(600, 450))?.remainder).toEqual({
    kind: 'over_assigned',
    value: -50,
  })
})

test('no line where they agree or the region has no target; nothing where nothing is broken down', () => {
  expect(breakdownOf(1000, parts(600, 400))?.remainder).toBeNull()
  expect(breakdownOf(null, parts(600))).toMatchObject({ sum: 600, remainder: null })
  expect(breakdownOf(1000, parts(null, null))).toBeNull()
})

test('property: the lines and the remainder add up to the target exactly', () => {
  const count = fc.integer({ min: 0, max: 1_000_000 })
  fc.assert(
    fc.property(count, fc.array(count, { minLength: 1, maxLength: 40 }), (target, values) => {
      const found = breakdownOf(target, parts(...values))
      expect((found?.sum ?? 0) + (found?.remainder?.value ?? 0)).toBe(target)
    }),
  )
})
