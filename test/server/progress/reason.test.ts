import { expect, test } from 'vitest'
import { reasonOf, type Asked } from '../../../server/progress/reason.ts'

const asked: Asked = {
  level: 'county',
  levels: ['nation', 'province', 'prefecture', 'county'],
  inScope: true,
  counted: { numerator: 1, denominator: 2 },
}

test('level and scope first, then data, then the denominator', () => {
  expect(reasonOf(asked)).toBeNull()
  expect(reasonOf({ ...asked, levels: ['nation'], counted: null })).toBe('not_applicable')
  expect(reasonOf({ ...asked, inScope: false, counted: null })).toBe('not_applicable')
  expect(reasonOf({ ...asked, counted: null })).toBe('no_data')
  expect(reasonOf({ ...asked, counted: { numerator: 0, denominator: 0 } })).toBe('not_applicable')
  expect(reasonOf({ ...asked, counted: { numerator: 0, denominator: null } })).toBeNull()
})
