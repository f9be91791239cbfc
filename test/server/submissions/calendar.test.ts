import { describe, expect, it } from 'vitest'
import type { SubmittedFile } from '../../../server/manifest.ts'
import { quarterCounts, unitQuarters } from '../../../server/submissions/calendar.ts'
import { openQuarters, quarterOf, quartersOf } from '../../../server/submissions/quarter.ts'

function fileOf(quarter: string, given: Partial<SubmittedFile> = {}): SubmittedFile {
  return {
    ...{
      path: `${quarter}/440000/a.csv`,
      sha256: '',
      unit: '440000',
      quarter,
      extract: 'training',
    },
    ...{ form: 'csv', encoding: 'utf-8', bytes: 1, fate: 'accepted', reason: null, rowsRead: 1 },
    ...{ rowsQuarantined: 0, rowsStanding: 1, rowsSuperseded: 0, rowsRetracted: 0, notes: [] },
    ...given,
  }
}

const refused = { fate: 'refused' } as const

describe('a unit’s quarters', () => {
  const states = (files: SubmittedFile[]) =>
    unitQuarters(files, ['2018Q1', '2018Q2']).map(({ state }) => state)

  it.each([
    ['nothing at all', [], ['missing', 'missing']],
    ['both', [fileOf('2018Q1'), fileOf('2018Q2')], ['received', 'received']],
    ['only the later', [fileOf('2018Q2')], ['late', 'received']],
    ['only the earlier', [fileOf('2018Q1')], ['received', 'missing']],
    ['a refused one later', [fileOf('2018Q2', refused)], ['missing', 'refused']],
    [
      'one refused of two',
      [fileOf('2018Q2', refused), fileOf('2018Q2')],
      ['late', 'partly_refused'],
    ],
  ])('with %s', (_, files, expected) => {
    expect(states(files)).toEqual(expected)
  })

  it('are counted over the units', () => {
    const quarters = ['2018Q1', '2018Q2']
    const units = [[fileOf('2018Q2')], []].map((files) => unitQuarters(files, quarters))
    expect(quarterCounts(units, quarters)).toMatchObject([
      { quarter: '2018Q1', due: 2, late: 1, missing: 1 },
      { quarter: '2018Q2', due: 2, received: 1, missing: 1 },
    ])
  })
})

describe('quarters', () => {
  it.each([
    ['2018-01-01', '2018Q1'],
    ['2018-03-31', '2018Q1'],
    ['2018-04-01', '2018Q2'],
    ['2018-12-31', '2018Q4'],
  ])('%s lies in %s', (day, quarter) => {
    expect(quarterOf(day)).toBe(quarter)
  })

  it('run from the first that was sent to that of the as-of day, over years', () => {
    expect(quartersOf([fileOf('2017Q3'), fileOf('2018Q1')], '2018Q2')).toEqual([
      ...['2017Q3', '2017Q4', '2018Q1', '2018Q2'],
    ])
    expect(quartersOf([], '2018Q2')).toEqual(['2018Q2'])
  })

  it('may be sent for up to the next, and never for one that has not begun', () => {
    expect(openQuarters([fileOf('2018Q2')], '2018Q2')).toEqual(['2018Q2', '2018Q3'])
    const today = quarterOf(new Date().toISOString().slice(0, 10))
    expect(openQuarters([fileOf(today)], today)).toEqual([today])
  })
})
