import fc from 'fast-check'
import { expect, test } from 'vitest'
import { statusOf, type Judged, type Status } from '../../../server/progress/status.ts'

const rule = { on_pace: 1, watch: 0.9, judged_before_start: true }
const judged: Judged = {
  reason: null,
  actual: 100,
  target: 1000,
  expected: 100,
  direction: 'up',
  asOf: '2018-06-30',
  deadline: '2020-12-31',
  atDeadline: null,
}
const status = (change: Partial<Judged>) => statusOf({ ...judged, ...change }, rule)

test('the order: no data, met, overdue, then pace', () => {
  expect(status({ reason: 'no_data', actual: null })).toBe('no_data')
  expect(status({ actual: 1000, asOf: '2021-01-01' })).toBe('met')
  expect(status({ asOf: '2021-01-01' })).toBe('overdue')
  expect(status({ asOf: '2020-12-31' })).toBe('on_pace')
})

test('the thresholds of pace are included', () => {
  expect(status({ actual: 100 })).toBe('on_pace')
  expect(status({ actual: 99.999 })).toBe('watch')
  expect(status({ actual: 90 })).toBe('watch')
  expect(status({ actual: 89.999 })).toBe('behind')
  expect(status({ actual: 0, expected: 0 })).toBeNull()
})

test('none where it does not apply or nothing is set', () => {
  expect(status({ reason: 'not_applicable', actual: null })).toBeNull()
  expect(status({ target: null, expected: null })).toBeNull()
})

test('met is exact: three in five is 60 %, one short of it in a million is not', () => {
  expect(status({ actual: 3 / 5, target: 0.6, expected: 0.6 })).toBe('met')
  expect(status({ actual: 599_999 / 1_000_000, target: 0.6, expected: 0.6 })).toBe('watch')
})

test('a coverage is overdue by what was reached on the deadline itself', () => {
  const late = { target: 1, expected: 1, asOf: '2018-06-30', deadline: '2017-12-31' }
  expect(status({ ...late, actual: 0.95, atDeadline: 0.9 })).toBe('overdue')
  expect(status({ ...late, actual: 1, atDeadline: 0.9 })).toBe('met')
  expect(status({ ...late, actual: 0.95, atDeadline: 1 })).toBe('watch')
})

test('down: met at or below the target, else behind', () => {
  expect(status({ direction: 'down', actual: 0, target: 0 })).toBe('met')
  expect(status({ direction: 'down', actual: 1, target: 0, asOf: '2021-01-01' })).toBe('behind')
})

const order: Record<Status, number> = {
  no_data: -1,
  overdue: 0,
  behind: 0,
  watch: 1,
  on_pace: 2,
  met: 3,
}

test('property: doing more never makes the status worse, and met means reached', () => {
  const count = fc.nat({ max: 2_000_000 })
  fc.assert(
    fc.property(count, count, count, count, fc.boolean(), (actual, more, target, almost, late) => {
      const expected = almost + 1
      const asOf = late ? '2021-01-01' : '2018-06-30'
      const one = status({ actual, target, expected, asOf })
      const other = status({ actual: actual + more, target, expected, asOf })
      expect(order[other ?? 'no_data']).toBeGreaterThanOrEqual(order[one ?? 'no_data'])
      expect(one === 'met').toBe(actual >= target)
    }),
  )
})
