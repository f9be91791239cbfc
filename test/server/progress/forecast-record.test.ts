import { expect, test } from 'vitest'
import { recordOf, scaleOf } from '../../../server/progress/forecast-record.ts'

test('the standard error of a forecast: chance alone, and with a spread of a tenth', () => {
  expect(scaleOf(99, 0)).toBe(10)
  expect(scaleOf(99, 0.1)).toBeCloseTo(Math.sqrt(100 + 9.9 ** 2), 12)
  expect(scaleOf(0, 0.5)).toBe(1)
})

test('the record of one region: 100 a quarter, then 110 where 100 were forecast', () => {
  const steps = [100, 100, 100, 100, 100, 100, 110]
  const [next] = recordOf(new Map([['A1', [steps]]])).horizons
  expect(next).toMatchObject({ quarters: 1, tried: 1 })
  expect(next?.error).toBeCloseTo(10 / 110, 9)
})
