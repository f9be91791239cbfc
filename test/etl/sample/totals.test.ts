import { describe, expect, it } from 'vitest'
import { dayText, parseDay, quarterOf, quarterSpan } from '../../../etl/sample/days.ts'
import { expectations } from '../../../etl/sample/expectations.ts'
import { dueCents } from '../../../etl/sample/filings.ts'
import { citizenCheck, creditCheck } from '../../../etl/sample/identity.ts'
import { readModel } from '../../../etl/sample/model.ts'
import { apportioned, Quota, sum } from '../../../etl/sample/quota.ts'

const model = readModel()

function nationalOf(
  key: 'urbanJobs' | 'urbanTraining' | 'poorTraining',
  first: number,
  last: number,
) {
  return sum(expectations(model, 1, 1).map((row) => sum(row[key].slice(first, last + 1))))
}

describe('model', () => {
  it.each([
    ['urbanJobs', 0, 3, 93_000],
    ['urbanJobs', 4, 7, 131_000],
    ['urbanJobs', 8, 9, 59_000],
    ['urbanTraining', 0, 3, 210_000],
    ['poorTraining', 0, 9, 221_500],
  ] as const)('%s of quarters %i to %i add up to the nation', (key, first, last, national) => {
    expect(nationalOf(key, first, last) / national).toBeCloseTo(1, 2)
  })

  it('gives poor rural training to central and western units only', () => {
    const eastern = expectations(model, 1, 1).filter((row) => !row.inScope)
    expect(eastern).toHaveLength(13)
    expect(sum(eastern.map((row) => sum(row.poorTraining)))).toBe(0)
  })

  it('scales by the scale', () => {
    const people = (scale: number) => sum(expectations(model, scale, 1).map((row) => row.people))
    expect(people(1)).toBeCloseTo(38_000_000, 0)
    expect(people(0.02)).toBeCloseTo(760_000, 0)
  })
})

describe('whole numbers', () => {
  it('are apportioned without a remainder', () => {
    expect(apportioned(10, [1, 1, 1])).toEqual([4, 3, 3])
    expect(sum(apportioned(500, [0.3, 2.2, 7, 0]))).toBe(500)
  })

  it('carry what is over to the next', () => {
    const quota = new Quota(0.5)
    const taken = Array.from({ length: 1000 }, () => quota.take(0.0137))
    expect(sum(taken)).toBe(14)
  })
})

describe('numbers of people and employers', () => {
  it("end in the standards' check characters", () => {
    expect(citizenCheck('11010519491231002')).toBe('X')
    expect(citizenCheck('44052418800101001')).toBe('4')
    expect(creditCheck('91350100M000100Y4')).toBe('3')
  })
})

describe('levy declared', () => {
  it('is the number short times the wage, never below nothing', () => {
    expect(dueCents('110000', 500, 2, 100_000)).toBe(55_000_000)
    expect(dueCents('510000', 500, 2, 100_000)).toBe(60_000_000)
    expect(dueCents('110000', 100, 2, 100_000)).toBe(0)
  })
})

describe('days', () => {
  it('are written in all accepted forms', () => {
    const day = parseDay('2018-06-05')
    expect(dayText(day, 'iso')).toBe('2018-06-05')
    expect(dayText(day, 'compact')).toBe('20180605')
    expect(dayText(day, 'slash')).toBe('2018/6/5')
    expect(dayText(day, 'chinese')).toBe('2018年6月5日')
    expect(dayText(day, 'timed')).toBe('2018-06-05 00:00:00')
  })

  it('belong to quarters', () => {
    expect(quarterSpan(9)).toEqual([parseDay('2018-04-01'), parseDay('2018-06-30')])
    expect(quarterOf(parseDay('2015-03-01'))).toBe(0)
    expect(quarterOf(parseDay('2017-12-31'))).toBe(7)
  })
})
