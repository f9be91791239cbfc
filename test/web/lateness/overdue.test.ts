import { expect, it } from 'vitest'
import type { SubmittingUnit, UnitQuarter } from '../../../web/api-submissions.ts'
import { overdueUnits, quarterOf } from '../../../web/lateness/overdue.ts'

const QUARTERS = ['2017Q4', '2018Q1', '2018Q2']

/** A unit by what was accepted in each quarter: a number of files. */
function unit(code: string, accepted: number[]): SubmittingUnit {
  const quarters = QUARTERS.map((quarter, at): UnitQuarter => {
    const filesAccepted = accepted[at] ?? 0
    const state = filesAccepted > 0 ? 'received' : 'missing'
    return { quarter, state, filesAccepted, filesRefused: 0, rowsQuarantined: 0, sentWith: null }
  })
  return { code, name: code, readable: true, quarters }
}

const unitLate = (code: string, since: string, last: string | null) => {
  return { code, name: code, readable: true, since, last }
}

const units = [
  unit('000000', [0, 0, 0]),
  unit('110000', [1, 1, 1]),
  unit('330000', [1, 1, 0]),
  unit('440000', [1, 0, 1]),
  unit('540000', [0, 0, 0]),
  unit('650000', [1, 0, 0]),
]

it('names the units of which nothing has come, the longest overdue first', () => {
  expect(overdueUnits(units, '2018Q2')).toEqual([
    unitLate('540000', '2017Q4', null),
    unitLate('650000', '2018Q1', '2017Q4'),
    unitLate('330000', '2018Q2', '2018Q1'),
  ])
})

it('leaves out what has come since: a record that was late counts', () => {
  const codes = (quarter: string) => overdueUnits(units, quarter).map(({ code }) => code)
  expect(codes('2018Q1')).toEqual(['540000', '650000'])
  expect(codes('2017Q4')).toEqual(['540000'])
})

it('says nothing of a quarter that the dataset does not have', () => {
  expect(overdueUnits(units, '2018Q3')).toEqual([])
})

it.each([
  ['2018-03-31', '2018Q1'],
  ['2018-06-30', '2018Q2'],
  ['2018-12-01', '2018Q4'],
])('%s lies in %s', (day, quarter) => {
  expect(quarterOf(day)).toBe(quarter)
})
