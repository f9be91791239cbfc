import { describe, expect, it } from 'vitest'
import { sparkline } from '../../../web/bullet/sparkline-model.ts'

const size = { width: 60, height: 18 }

describe('a sparkline', () => {
  it('runs from its lowest to its highest value', () => {
    const { lines, last } = sparkline([1, 2, 3], size)
    expect(lines).toEqual(['3.0,15.0 30.0,9.0 57.0,3.0'])
    expect(last).toEqual({ x: 57, y: 3 })
  })

  it('leaves a gap where nothing is known, and does not end in a value that is not there', () => {
    const { lines, last } = sparkline([1, 2, null, 4, 5, null], size)
    expect(lines).toHaveLength(2)
    expect(last).toBeNull()
  })

  it('is level in the middle where nothing changes, and empty without values', () => {
    expect(sparkline([7, 7], size).lines).toEqual(['3.0,9.0 57.0,9.0'])
    expect(sparkline([null, null], size)).toEqual({ lines: [], last: null })
  })
})
