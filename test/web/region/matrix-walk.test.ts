import { expect, it } from 'vitest'
import { walkMatrix } from '../../../web/region/matrix-walk.ts'

it.each([
  ['ArrowDown', false, { row: 11, column: 3 }],
  ['PageDown', false, { row: 25, column: 3 }],
  ['PageUp', false, { row: 0, column: 3 }],
  ['Home', false, { row: 10, column: 0 }],
  ['Home', true, { row: 0, column: 0 }],
  ['End', true, { row: 2849, column: 28 }],
  ['a', false, null],
])('%s (with Ctrl: %s) leads to %o', (key, ctrlKey, to) => {
  expect(walkMatrix({ row: 10, column: 3 }, { key, ctrlKey }, 2850, 29)).toEqual(to)
})
