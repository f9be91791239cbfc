import { expect, test } from 'vitest'
import { progressRow } from '../../../server/progress/row.ts'
import { statusCounts, statusCountsOf } from '../../../server/progress/status-counts.ts'
import { about, part, province } from './catalogue.ts'

const asOf = '2018-06-30'
const rows = [
  progressRow(province(part('420000', { [asOf]: [100, 100] })), about('B3', asOf)),
  progressRow(province(part('510000', { [asOf]: [9, 10] })), about('B4', asOf)),
  progressRow(province(part('540000', { [asOf]: [1, 10] })), about('B4', asOf)),
]

test('two on their way and one behind make no "worst": they are counted', () => {
  expect(statusCounts(rows)).toMatchObject({ met: 1, on_pace: 1, behind: 1, none: 0 })
  expect(statusCountsOf(rows)).toMatchObject({
    B3: { met: 1, on_pace: 0, behind: 0 },
    B4: { met: 0, on_pace: 1, behind: 1 },
  })
})
