import { describe, expect, it } from 'vitest'
import { rankRows, sortRows } from '../../../web/ranking/ranking-model.ts'
import { progressRow } from '../support.ts'

const rows = [
  progressRow({ region: '110000', completion: 0.4, actual: 9, days: -50 }),
  progressRow({ region: '120000', completion: null, actual: null, days: null }),
  progressRow({ region: '130000', completion: 0.9, actual: 5, days: 100 }),
  progressRow({ region: '140000', completion: 0.4, actual: 7, days: -20 }),
  progressRow({ region: '150000', completion: 0, actual: 0, days: -900 }),
]

function order(column: Parameters<typeof sortRows>[1]['column'], descending: boolean) {
  return sortRows(rankRows(rows), { column, descending }).map(({ row }) => row.region.slice(0, 2))
}

describe('the ranking', () => {
  it('puts the best first, shares ranks, and leaves those without a value unranked and last', () => {
    const ranked = rankRows(rows).map(({ row, rank }) => [row.region.slice(0, 2), rank])
    expect(ranked).toEqual([
      ['13', 1],
      ['11', 2],
      ['14', 2],
      ['15', 4],
      ['12', null],
    ])
  })

  it('ranks by the value where no unit has a target', () => {
    const bare = rows.map((row) => ({ ...row, completion: null }))
    expect(rankRows(bare).map(({ row }) => row.region.slice(0, 2))).toEqual([
      '11',
      '14',
      '13',
      '15',
      '12',
    ])
  })

  it('sorts by any column, with what is missing last in both directions', () => {
    expect(order('actual', false)).toEqual(['15', '13', '14', '11', '12'])
    expect(order('actual', true)).toEqual(['11', '14', '13', '15', '12'])
    expect(order('name', true)).toEqual(['15', '14', '13', '12', '11'])
    expect(order('days', true)).toEqual(['13', '14', '11', '15', '12'])
  })
})
