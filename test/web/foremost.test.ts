import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foremost, namesOrCount } from '../../web/foremost.ts'
import { translator } from './support.ts'

const value = (row: number | null) => row

describe('the first in order', () => {
  it.each([
    [[3, 1, 2], 1, [1], 1],
    [[3, 1, 1, 2], 1, [1, 1], 2],
    [[1, 2, 2, 2, 2, 2], 2, [1], 1],
    [[0, 0, 0, 0, 0, 7], 2, [], 5],
    [[null, null], 1, [], 0],
  ])('of %j, %i wanted, are %j', (rows, wanted, named, tied) => {
    expect(foremost(rows, value, { wanted })).toEqual({ named, tied })
  })

  it('never names one of several ties alone, and leaves no better one out', () => {
    const rows = fc.array(fc.option(fc.integer({ min: 0, max: 5 })), { maxLength: 12 })
    fc.assert(
      fc.property(rows, fc.integer({ min: 1, max: 4 }), (given, wanted) => {
        const { named, tied } = foremost(given, value, { wanted })
        const last = Math.max(-1, ...named.map(Number))
        const within = given.filter((row) => row !== null && row <= last)
        expect(named.toSorted()).toEqual(within.toSorted())
        if (named.length === 0) expect(tied === 0 || tied > 4).toBe(true)
      }),
    )
  })
})

it('tells few names, and of many how many', async () => {
  const t = await translator('zh-CN')
  expect(namesOrCount(t, 'zh-CN', ['甲', '乙'], 'services.regions')).toBe('甲和乙')
  const many = ['甲', '乙', '丙', '丁', '戊']
  expect(namesOrCount(t, 'zh-CN', many, 'services.regions')).toBe('5 个地区')
})
