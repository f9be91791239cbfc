import { expect, it } from 'vitest'
import { remembered } from '../../../server/progress/remembered.ts'

it('makes an answer once, and again once there were too many others', () => {
  let made = 0
  const half = remembered((number: number) => {
    made += 1
    return number / 2
  })
  expect([half(4), half(4), half(6)]).toEqual([2, 2, 3])
  expect(made).toBe(2)
  for (let number = 0; number < 20_001; number += 1) half(number)
  expect(half(4)).toBe(2)
})
