import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mixEffectOf } from '../../../server/progress/mix-effect.ts'
import { progressRow } from '../../../server/progress/row.ts'
import { about, nation, part, province } from './catalogue.ts'

const pair = (before: [number, number], now: [number, number]) => ({
  before: { numerator: before[0], denominator: before[1] },
  now: { numerator: now[0], denominator: now[1] },
})

test('the worked example: the whole falls though both parts rise', () => {
  const effect = mixEffectOf([pair([33, 60], [12, 20]), pair([5, 40], [12, 80])])
  expect(effect).toMatchObject({ partsUp: 2, partsDown: 0, isReversal: true })
  expect(effect?.change).toBeCloseTo(0.24 - 0.38, 12)
  expect(effect?.within).toBeCloseTo(0.035, 12)
  expect(effect?.between).toBeCloseTo(-0.175, 12)
})

test('the two components are the change, whatever the parts', () => {
  const counted = fc
    .tuple(fc.integer({ min: 0, max: 500 }), fc.integer({ min: 0, max: 500 }))
    .map(([a, b]): [number, number] => [Math.min(a, b), Math.max(a, b)])
  fc.assert(
    fc.property(fc.array(fc.tuple(counted, counted), { minLength: 1 }), (parts) => {
      const effect = mixEffectOf(parts.map(([before, now]) => pair(before, now)))
      if (effect === null) return
      expect(effect.within + effect.between).toBeCloseTo(effect.change, 9)
    }),
  )
})

test('the nation’s ratio is flagged, a province’s and a count are not looked at', () => {
  const days = (a: [number, number], b: [number, number]) => ({ '2017-06-30': a, '2018-06-30': b })
  const parts = [part('440000', days([33, 60], [12, 20])), part('510000', days([5, 40], [12, 80]))]
  const row = progressRow(nation(parts), about('C3', '2018-06-30'))
  expect(row.mix).toMatchObject({ since: '2017-06-30', isReversal: true })
  expect(row.flags).toContain('mix_effect')
  const [first] = parts
  if (first === undefined) throw new Error('no part')
  expect(progressRow(province(first), about('C3', '2018-06-30')).mix).toBeNull()
})

test('nothing to divide by: no effect', () => {
  expect(mixEffectOf([pair([0, 0], [1, 2])])).toBeNull()
})
