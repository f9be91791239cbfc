import { expect, test } from 'vitest'
import type { Cell } from '../../../web/api-region.ts'
import { splitColumns } from '../../../web/region/matrix-columns.ts'

const counted: Cell = { status: 'behind', reason: null, actual: 0, completionPercent: 0 }
const without = (reason: Cell['reason']): Cell => ({
  ...{ status: null, actual: null, completionPercent: null },
  reason,
})
const regions = [
  ['440103', counted, without('not_applicable'), without('no_data'), undefined],
  ['440104', without('not_applicable'), without('not_applicable'), without('no_data'), undefined],
].map(([code, ...cells]) => ({
  code: code as string,
  name: code as string,
  cells: cells as (Cell | undefined)[],
}))
const matrix = { indicators: ['A1', 'A3', 'A4', 'B1'], regions }

test('only what applies to no region at all is named instead of drawn: 未报送 is not 不适用', () => {
  const { shown, absent } = splitColumns(matrix)
  expect(shown.indicators).toEqual(['A1', 'A4'])
  expect(absent).toEqual(['A3', 'B1'])
  expect(shown.regions.map(({ cells }) => cells.map((cell) => cell?.reason))).toEqual([
    [null, 'no_data'],
    ['not_applicable', 'no_data'],
  ])
})

test('where nothing applies, the columns say so themselves', () => {
  const nothing = { ...matrix, regions: regions.map((one) => ({ ...one, cells: [] })) }
  expect(splitColumns(nothing)).toEqual({ shown: nothing, absent: [] })
})
