import { describe, expect, it } from 'vitest'
import { progressRow, type ProgressRow } from '../../../server/progress/row.ts'
import { about, indicator, nation, part, province } from './catalogue.ts'

/**
 * Each kind of target with its own roll-up, pace and status, worked by hand: two provinces and the
 * nation that they make. On 2018-06-30 912 of the plan's 1,827 days have passed.
 */
const asOf = '2018-06-30'
const passed = 912 / 1827
type Value = number | [number, number]

function rowsOf(code: string, one: Value, other: Value, day = asOf): ProgressRow[] {
  const parts = [part('420000', { [day]: one }), part('510000', { [day]: other })]
  const regions = [nation(parts), ...parts.map((only) => province(only))]
  return regions.map((region) => progressRow(region, about(code, day)))
}

describe('cumulative: people add up, expected on the line', () => {
  it('A2: 150,000 and 100,000 of 500,000', () => {
    const [whole, one] = rowsOf('A2', 150_000, 100_000)
    expect(whole).toMatchObject({
      actual: 250_000,
      target: 500_000,
      gap: -250_000,
      status: 'on_pace',
    })
    expect(whole?.expected).toBeCloseTo(500_000 * passed, 6)
    expect(whole?.pace).toBeCloseTo(250_000 / (500_000 * passed), 9)
    expect(one).toMatchObject({ actual: 150_000, target: null, status: null, reason: null })
  })
})

describe('a floor (不少于): reached or passed it is met, and more than that is still within it', () => {
  it('B6: 30,000 and 25,000 of not less than 50,000', () => {
    const [whole] = rowsOf('B6', 30_000, 25_000)
    expect(whole).toMatchObject({ actual: 55_000, target: 50_000, gap: 5_000, status: 'met' })
    expect(whole?.completionPercent).toBe(110)
  })
})

describe('a subset: B7, of the persons of B6, has a target and a pace of its own', () => {
  it('8,000 of 20,000 while B6 stands at 30,000 of 50,000', () => {
    const [subset] = rowsOf('B7', 5_000, 3_000)
    const [all] = rowsOf('B6', 18_000, 12_000)
    expect(subset).toMatchObject({ actual: 8_000, target: 20_000, gap: -12_000, status: 'behind' })
    expect(subset?.pace).toBeCloseTo(8_000 / (20_000 * passed), 9)
    expect(all).toMatchObject({ actual: 30_000, target: 50_000, status: 'on_pace' })
    const [part_of, whole] = [indicator('B7'), indicator('B6')].map(({ parameters }) => parameters)
    expect(part_of).toMatchObject(whole ?? {})
    expect(Number(indicator('B7').target)).toBeLessThan(Number(indicator('B6').target))
  })
})

describe('limited in scope: A3 counts the central and western provinces alone', () => {
  it('100,000 and 150,000 of 500,000; a province outside is not applicable', () => {
    const [whole] = rowsOf('A3', 100_000, 150_000)
    expect(whole).toMatchObject({ actual: 250_000, target: 500_000, status: 'on_pace' })
    const outside = { ...province(part('110000', { [asOf]: 9 })), parts: [] }
    const row = progressRow(outside, about('A3', asOf))
    expect(row).toMatchObject({ actual: null, reason: 'not_applicable', status: null, gap: null })
  })
})

describe('coverage with a deadline of its own: a ratio of sums, expected on the line to its day', () => {
  it('B4: 40 of 100 and 20 of 50 units, due 2020-12-31', () => {
    const [whole, one] = rowsOf('B4', [40, 100], [20, 50])
    expect(whole).toMatchObject({ numerator: 60, denominator: 150, actual: 0.4, target: 1 })
    expect(whole?.expected).toBeCloseTo(passed, 9)
    expect(whole?.pace).toBeCloseTo(0.4 / passed, 9)
    expect([whole?.status, one?.status]).toEqual(['behind', 'behind'])
  })
  it('B3: 90 of 100 and 50 of 50 after 2017-12-31 is overdue as a whole, met in one', () => {
    const rows = rowsOf('B3', [90, 100], [50, 50])
    expect(rows.map(({ status }) => status)).toEqual(['overdue', 'overdue', 'met'])
    expect(rows[0]?.deadline).toBe('2017-12-31')
  })
})

describe('a floor each year: the full target is expected on every day, due at the year’s end', () => {
  it('C1: 50 of 100 and 13 of 20 graduates against 60 %', () => {
    const [whole, one, other] = rowsOf('C1', [50, 100], [13, 20])
    expect(whole).toMatchObject({ actual: 63 / 120, expected: 0.6, deadline: '2017-12-31' })
    expect(whole?.gap).toBeCloseTo(63 / 120 - 0.6, 9)
    expect([whole?.status, one?.status, other?.status]).toEqual(['overdue', 'overdue', 'met'])
    const [provisional] = rowsOf('C1', [57, 100], [11, 20], '2018-09-30')
    expect(provisional).toMatchObject({ periodYear: 2018, expected: 0.6, status: 'watch' })
  })
})

describe('stock: how many there are on the day add up, expected on the line', () => {
  it('B9: 20 and 15 of 70 bases', () => {
    const [whole] = rowsOf('B9', 20, 15)
    expect(whole).toMatchObject({ actual: 35, target: 70, gap: -35, status: 'on_pace' })
    expect(whole?.pace).toBeCloseTo(35 / (70 * passed), 9)
  })
})

describe('a direction without a number: not less than in the same stretch of last year', () => {
  it('L1: 90 after 100 and 120 after 100', () => {
    const day = '2021-06-30'
    const parts = [
      part('420000', { [day]: 90, '2020-06-30': 100 }),
      part('510000', { [day]: 120, '2020-06-30': 100 }),
    ]
    const [whole, one] = [nation(parts), province(parts[0]!)].map((region) =>
      progressRow(region, about('L1', day)),
    )
    expect(whole).toMatchObject({ actual: 210, target: 200, expected: 200, status: 'met' })
    expect(one).toMatchObject({ actual: 90, target: 100, pace: 0.9, status: 'watch' })
  })
})

describe('a milestone: units that have done it over all 32, whoever reported', () => {
  it('M1: 15 of 31 and 1 of 1, together 16 of 32, expected on the line', () => {
    const rows = rowsOf('M1', [15, 31], [1, 1])
    expect(rows[0]).toMatchObject({ numerator: 16, denominator: 32, actual: 0.5, target: 1 })
    expect(rows.map(({ status }) => status)).toEqual(['on_pace', 'watch', 'met'])
  })
})
