import { expect, test } from 'vitest'
import { quarterEnds, type Day } from '../../../server/progress/day.ts'
import { pacePoints } from '../../../server/progress/gap.ts'
import { progressRow } from '../../../server/progress/row.ts'
import { about, nation, part, province } from './catalogue.ts'

const asOf = '2018-06-30'
const steps = [10, 20, 30, 40]
let sum = 0
const seasonal = Object.fromEntries(
  quarterEnds('2016-01-01', asOf).map((day, at): [Day, number] => [
    day,
    (sum += steps[at % 4] ?? 0),
  ]),
)
const targets = [{ setBy: 'national' as const, year: null, value: 500 }]
const region = { ...province(part('440000', seasonal)), targets }

test('points: 450 of 500 expected, target 1,000 → −5; 57 % where 60 % is expected → −3', () => {
  expect(pacePoints(450, 500, 1000, false)).toBe(-5)
  expect(pacePoints(0.57, 0.6, 0.6, true)).toBeCloseTo(-3, 9)
  expect(pacePoints(1, 1, 0, false)).toBeNull()
})

test('at the cut-off: the figures of the last quarter that was reported', () => {
  const late = progressRow({ ...region, cutoff: '2018-03-31' }, about('A1', asOf))
  expect(late.atCutoff).toMatchObject({ day: '2018-03-31', actual: 210 })
  expect(late.atCutoff?.expected).toBeCloseTo((500 * 821) / 1827, 9)
  expect(progressRow({ ...region, cutoff: asOf }, about('A1', asOf)).atCutoff).toBeNull()
  expect(progressRow(region, about('A1', asOf)).atCutoff).toBeNull()
})

test('against its own seasons the same figure is on pace that the straight line finds late', () => {
  const asked = { ...region, targets: targets.map((row) => ({ ...row, value: 499 })) }
  const row = progressRow(asked, about('A1', asOf, { curve: 'seasonal' }))
  expect(row).toMatchObject({ actual: 230, status: 'watch' })
  expect(row.curve).toMatchObject({ name: 'seasonal', status: 'on_pace', agrees: false })
  expect(row.curve?.expected).toBeCloseTo((499 * 731) / 1827 + 0.3 * ((499 * 365) / 1827), 9)
  expect(progressRow(region, about('A1', asOf)).curve).toBeNull()
})

test('by quarters ÷ 4: 10 of 20 quarters are 250', () => {
  const row = progressRow(region, about('A1', asOf, { curve: 'quarters' }))
  expect(row.curve).toMatchObject({ expected: 250, pace: 0.92, status: 'watch', agrees: true })
})

test('a plan file that counts by quarters is expected by quarters', () => {
  const rule = { on_pace: 1, watch: 0.9, judged_before_start: true, curve: 'quarters' as const }
  expect(progressRow(region, about('A1', asOf, { rule })).expected).toBe(250)
})

test('超额, 未开始, 数据不足 and 口径不可比 are said where they are the truth', () => {
  const flags = (value: number) =>
    progressRow({ ...province(part('440000', { [asOf]: value })), targets }, about('A1', asOf))
      .flags
  expect(flags(299)).toEqual([])
  expect(flags(300)).toEqual(['over_target'])
  expect(flags(0)).toEqual(['not_started', 'work_late'])
  const few = nation(['11', '12', '13'].map((code) => part(code, { [asOf]: 1 })))
  const hasData = (code: string) => code === '11'
  expect(progressRow(few, about('A1', asOf, { hasData })).flags).toEqual([
    'partial_data',
    'insufficient_data',
    'work_late',
  ])
  const parts = ['11', '12'].map((code) => part(code, { [asOf]: 9, '2017-06-30': 9 }))
  const bothYears = (code: string, day: Day) => code === '11' || day > '2018'
  const trend = progressRow(nation(parts), about('L1', asOf, { hasData: bothYears }))
  expect(trend.flags).toContain('not_comparable')
  expect(progressRow(nation(parts), about('L1', asOf)).flags).not.toContain('not_comparable')
})
