import { describe, expect, it } from 'vitest'
import { bulletModel } from '../../../web/bullet/bullet-model.ts'
import { progressRow } from '../support.ts'

describe('a bullet', () => {
  it('shows 120 % of the target, so that all targets stand under each other', () => {
    const small = bulletModel(progressRow({ target: 10, actual: 5, expected: 2.5 }))
    const large = bulletModel(progressRow({ target: 1_000_000, actual: 1, expected: 1 }))
    expect(small.target).toBeCloseTo(83.333)
    expect(large.target).toBe(small.target)
    expect(small.actual).toBeCloseTo(41.667)
    expect(small.expected).toBeCloseTo(20.833)
  })

  it('breaks beyond 120 %, never before', () => {
    expect(bulletModel(progressRow({ target: 100, actual: 120 })).broken).toBe(false)
    const beyond = bulletModel(progressRow({ target: 100, actual: 121 }))
    expect(beyond).toMatchObject({ broken: true, actual: 100 })
  })

  it('leaves out what is not there instead of drawing it at zero', () => {
    const row = progressRow({ actual: null, expected: null, target: null, forecast: null })
    expect(bulletModel(row)).toMatchObject({
      actual: null,
      expected: null,
      target: null,
      mid: null,
    })
  })

  it('leaves the interval open where it ends beyond the drawing', () => {
    const forecast = { low: 90, mid: 110, high: 130, probability: 0.6 }
    const model = bulletModel(progressRow({ target: 100, actual: 50, forecast }))
    expect(model).toMatchObject({ open: true, high: 100, low: 75 })
  })

  it('draws a value without a target against itself', () => {
    expect(bulletModel(progressRow({ target: null, expected: null })).actual).toBeCloseTo(83.333)
  })

  it('parts milestones and stocks into the things counted, where they can be told apart', () => {
    const milestone = progressRow({ actual: 0.65625, target: 1, numerator: 21, denominator: 32 })
    const { steps, actual } = bulletModel(milestone, 'milestone')
    expect(steps).toHaveLength(31)
    expect(steps[20]).toBeCloseTo(actual!)
    expect(bulletModel(progressRow({ target: 10 }), 'stock').steps).toHaveLength(9)
    expect(bulletModel(progressRow({ target: 70 }), 'stock').steps).toEqual([])
    expect(bulletModel(milestone, 'rate').steps).toEqual([])
  })
})
