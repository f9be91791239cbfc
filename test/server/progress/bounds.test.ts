import { expect, test } from 'vitest'
import { quarterEnds } from '../../../server/progress/day.ts'
import { latenessOf } from '../../../server/progress/lateness.ts'
import { progressRow } from '../../../server/progress/row.ts'
import { about, nation, part } from './catalogue.ts'

const asOf = '2017-03-31'

function quarters(code: string, steps: number[]) {
  let value = 0
  const ends = quarterEnds('2016-01-01', asOf)
  return part(code, Object.fromEntries(ends.map((day, at) => [day, (value += steps[at] ?? 0)])))
}

const missing = { isLate: (province: string) => province === '510000' }

test('a count: nothing more, or the mean of the four quarters before', () => {
  const parts = [quarters('440000', [40, 40, 40, 40, 40]), quarters('510000', [20, 30, 20, 30, 0])]
  expect(progressRow(nation(parts), about('A1', asOf, missing)).bounds).toEqual({
    low: 300,
    high: 325,
    basis: 'increments',
    unitsMissing: 1,
    unitsWithoutPast: 0,
  })
  expect(progressRow(nation(parts), about('A1', asOf)).bounds).toBeNull()
})

test('two quarters missed count twice; what arrived all the same is taken off', () => {
  const twice = [quarters('510000', [20, 30, 25, 0, 0])]
  expect(progressRow(nation(twice), about('A1', asOf, missing)).bounds?.high).toBe(75 + 50)
  const some = [quarters('510000', [20, 30, 20, 30, 10])]
  expect(progressRow(nation(some), about('A1', asOf, missing)).bounds?.high).toBe(110 + 15)
})

test('a rate: without what the missing unit holds, or as it stands', () => {
  const parts = [part('440000', { [asOf]: [40, 60] }), part('510000', { [asOf]: [20, 40] })]
  const row = progressRow(nation(parts), about('A4', asOf, missing))
  expect(row.bounds).toMatchObject({ low: 0.4, high: 0.6, basis: 'held' })
})

test('a unit without a past adds nothing and is counted', () => {
  const parts = [quarters('440000', [40, 40, 40, 40, 40]), part('510000', {})]
  const hasData = (code: string) => code !== '510000'
  const { bounds } = progressRow(nation(parts), about('A1', asOf, { ...missing, hasData }))
  expect(bounds).toMatchObject({ low: 200, high: 200, unitsMissing: 1, unitsWithoutPast: 1 })
})

test('milestones and days beyond the data have none', () => {
  const parts = [part('510000', { [asOf]: [0, 1] })]
  expect(progressRow(nation(parts), about('M1', asOf, missing)).bounds).toBeNull()
  const beyond = { ...missing, known: '2016-12-31' }
  expect(progressRow(nation(parts), about('A4', asOf, beyond)).bounds).toBeNull()
})

test('数据滞后 and 工作滞后: whether the missing reports could explain it', () => {
  const rule = { on_pace: 1, watch: 0.9, judged_before_start: true }
  const against = { target: 1000, expected: 500, rule }
  const bounds = (high: number) => ({
    low: 400,
    high,
    basis: 'increments' as const,
    unitsMissing: 1,
    unitsWithoutPast: 0,
  })
  expect(latenessOf('behind', 'up', bounds(460), against)).toBe('data_late')
  expect(latenessOf('behind', 'up', bounds(440), against)).toBe('work_late')
  expect(latenessOf('behind', 'up', null, against)).toBe('work_late')
  expect(latenessOf('overdue', 'up', bounds(990), against)).toBe('work_late')
  expect(latenessOf('overdue', 'up', bounds(1000), against)).toBe('data_late')
  expect(latenessOf('watch', 'up', bounds(460), against)).toBeNull()
  expect(latenessOf('behind', 'down', null, against)).toBeNull()
})
