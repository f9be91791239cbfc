import { describe, expect, test } from 'vitest'

import { lines, marts, type Row } from './staged.ts'

type People = Row[]

/** The state of one employer's filing on the last day of its year. */
async function filing(given: Row, people: People, columns: string, day?: string) {
  const year = Number(given.year ?? 2018)
  const levy_filing = [{ credit_code: 'C1', ...given }]
  const placement = people.map((row) => ({
    credit_code: 'C1',
    year,
    contract_started_on: '2015-01-01',
    ...row,
  }))
  return lines(
    await marts({ levy_filing, placement }),
    `select ${columns} from marts.levy_filing
    where date '${day ?? `${String(year)}-12-31`}' between from_day and to_day`,
  )
}

const placed = (count: number, row: Row = {}): People =>
  Array.from({ length: count }, (_, at) => ({ person: `p${String(at)}`, ...row }))

async function levy(given: Row, people: People = []): Promise<string> {
  return (await filing(given, people, 'levy_recomputed, tier'))[0] ?? 'none'
}

describe('the levy recomputed', () => {
  const of2020 = { year: 2020, filed_on: '2020-05-01' }
  const small = { ...of2020, employees: 30 }

  test.each([
    ['500 employees, 2 placed: below 1 %', of2020, 2, '495000.00 减缴下档'],
    ['500 employees, 5 placed: exactly 1 % is not below it', of2020, 5, '125000.00 减缴上档'],
    ['an enterprise of 30, none placed', small, 0, '0.00 暂免征收'],
    ['an enterprise of 31', { ...of2020, employees: 31 }, 0, '41850.00 减缴下档'],
    ['a state enterprise of 30', { ...small, employer_kind: '国有企业' }, 0, '0.00 暂免征收'],
    ['a foreign enterprise of 30', { ...small, employer_kind: '外资企业' }, 0, '0.00 暂免征收'],
    ['a public institution of 30', { ...small, employer_kind: '事业单位' }, 0, '40500.00 减缴下档'],
    ['an organ of 30', { ...small, employer_kind: '党政机关' }, 0, '40500.00 减缴下档'],
    ['a social body of 30', { ...small, employer_kind: '社会组织' }, 0, '40500.00 减缴下档'],
    ['an enterprise of 30 that has one placed', small, 1, '0.00 达到比例'],
    ['exactly the ratio: 3 of 200', { ...of2020, employees: 200 }, 3, '0.00 达到比例'],
    ['more than the ratio', { ...of2020, employees: 200 }, 4, '0.00 达到比例'],
    ['half a person short: 2.5 of 233', { ...of2020, employees: 233 }, 3, '24750.00 减缴上档'],
    ['nobody employed', { ...of2020, employees: 0 }, 0, '0.00 达到比例'],
  ])('%s', async (_, given, count, expected) => {
    expect(await levy(given, placed(count))).toBe(expected)
  })

  test.each([
    ['2018-03-31', '660000.00 不分档'],
    ['2018-04-01', '440000.00 不分档'],
  ])('filed on %s with a wage above three times the local one', async (filed_on, expected) => {
    expect(await levy({ filed_on, average_wage: 130_000 }, placed(2))).toBe(expected)
  })

  test('a wage below the cap is not capped', async () => {
    const given = { filed_on: '2018-04-01', average_wage: 79_999.99 }
    expect(await levy(given, placed(3))).toBe('359999.96 不分档')
  })

  test.each([
    [2019, '2019-12-31', '550000.00 不分档'],
    [2019, '2020-01-01', 'none'],
    [2020, '2019-12-31', '550000.00 不分档'],
    [2020, '2020-01-01', '495000.00 减缴下档'],
    [2022, '2022-12-31', '495000.00 减缴下档'],
    [2023, '2023-01-01', '495000.00 减缴下档'],
    [2027, '2027-12-31', '495000.00 减缴下档'],
    [2028, '2028-01-01', '550000.00 不分档'],
  ])('of %s filed on %s follows the rule of that day', async (year, filed_on, expected) => {
    expect(await levy({ year, filed_on }, placed(2))).toBe(expected)
  })

  test('the cap is that of the province in the year before; where that is not known there is none', async () => {
    const rich = { filed_on: '2018-05-01', average_wage: 1_000_000 }
    const shown = (given: Row) => filing(given, [], 'levy_recomputed, is_cap_known')
    expect(await shown(rich)).toEqual(['600000.00 true'])
    const elsewhere = { ...rich, unit: '420000', region_code: '420102' }
    expect(await shown(elsewhere)).toEqual(['7500000.00 false'])
    expect(await shown({ ...rich, year: 2017, filed_on: '2017-05-01' })).toEqual([
      '7500000.00 false',
    ])
  })

  test('the ratio is the province’s on the day of filing', async () => {
    const there = { unit: '420000', region_code: '420102', year: 2019, employees: 1000 }
    expect(await levy({ ...there, filed_on: '2019-03-31' })).toBe('1500000.00 不分档')
    expect(await levy({ ...there, filed_on: '2019-04-01' })).toBe('1700000.00 不分档')
    const north = { unit: '230000', region_code: '230702', employees: 1000 }
    expect(await levy(north, placed(15, { unit: '230000' }))).toBe('100000.00 不分档')
  })

  test('it is rounded half up to a hundredth, exactly', async () => {
    const one = { employees: 1, employer_kind: '事业单位', filed_on: '2017-05-01', year: 2017 }
    expect(await levy({ ...one, average_wage: 1 })).toBe('0.02 不分档')
    expect(await levy({ ...one, average_wage: 0.9999 })).toBe('0.01 不分档')
    expect(await levy({ ...one, average_wage: 12_345_678_901.67 })).toBe('185185183.53 不分档')
  })

  test('absurd numbers do not stop the load', async () => {
    const given = { employees: 2_147_483_647, average_wage: '99999999999999.9999' }
    expect(await levy({ ...given, ...of2020 })).toBe('2899102923449999997100.90 减缴下档')
  })
})

describe('heads and weights', () => {
  const heads = 'placement_heads, placement_weighted'

  test('a person of grade 1 or 2 is one head and weighs two', async () => {
    const people = [{ person: 'a', weight: 2 }, { person: 'b' }]
    expect(await filing({}, people, heads)).toEqual(['2 3'])
  })

  test('a person with two certificates is one, and weighs two if either says so', async () => {
    const people = [
      { person: 'a', card: '44' },
      { person: 'a', card: '42', weight: 2 },
    ]
    expect(await filing({}, people, heads)).toEqual(['1 2'])
  })

  test('a disabled soldier counts, registered or not', async () => {
    const soldier = { person: 's', is_military: true, weight: 1 }
    const badly = { person: 't', is_military: true, weight: 2 }
    expect(await filing({}, [soldier, badly], heads)).toEqual(['2 3'])
  })

  test('only contracts that cover a day of the year, of the same unit, year and employer', async () => {
    const people = [
      { person: 'a', contract_ended_on: '2017-12-31' },
      { person: 'b', contract_ended_on: '2018-01-01' },
      { person: 'c', contract_started_on: '2018-12-31' },
      { person: 'd', contract_started_on: '2019-01-01' },
      { person: 'e', unit: '420000' },
      { person: 'f', year: 2017 },
      { person: 'g', credit_code: 'C2' },
    ]
    expect(await filing({}, people, heads)).toEqual(['2 2'])
  })

  test('the weights are those of the day, and so is the levy', async () => {
    const people = [
      { person: 'a', contract_started_on: '2018-05-01' },
      { person: 'b', contract_started_on: '2018-09-01', weight: 2 },
    ]
    const given = { employees: 100, average_wage: 10_000 }
    const on = (day: string) => filing(given, people, `${heads}, levy_recomputed, ratio_band`, day)
    expect(await on('2018-03-31')).toEqual([])
    expect(await on('2018-04-01')).toEqual(['0 0 15000.00 未安排'])
    expect(await on('2018-04-30')).toEqual(['0 0 15000.00 未安排'])
    expect(await on('2018-05-01')).toEqual(['1 1 5000.00 安排不足'])
    expect(await on('2018-08-31')).toEqual(['1 1 5000.00 安排不足'])
    expect(await on('2018-09-01')).toEqual(['2 3 0.00 超过比例'])
    expect(await on('2019-01-01')).toEqual([])
  })

  test('a filing made before its year counts from the year on, one made after it never', async () => {
    const days = 'from_day, to_day'
    expect(await filing({ filed_on: '2017-12-01' }, [], days)).toEqual(['2018-01-01 2018-12-31'])
    expect(await filing({ filed_on: '2019-01-01' }, [], days)).toEqual([])
  })
})

describe('what the filing declares', () => {
  const difference = 'levy_difference, difference_reason'
  const given = { year: 2020, filed_on: '2020-05-01' }

  test.each([
    [495_000, '0.00 null'],
    [494_999.995, '0.00 null'],
    [494_999.994, '0.01 少报'],
    [550_000, '55000.00 未按分档减免'],
    [500_000, '5000.00 多报'],
    [-1, '495001.00 少报'],
  ])('%s against 495,000', async (levy_due, expected) => {
    expect(await filing({ ...given, levy_due }, placed(2), difference)).toEqual([expected])
  })

  test('heads in place of weights, or a wage without its cap, are named', async () => {
    const people = [...placed(4), { person: 'z', weight: 2 }]
    const byHeads = { employees: 1000, average_wage: 50_000, placed_heads: 5, levy_due: 500_000 }
    expect(await filing(byHeads, people, difference)).toEqual(['50000.00 按人数而非加权数'])
    const rich = { employees: 1000, average_wage: 100_000, levy_due: 1_500_000 }
    expect(await filing(rich, [], difference)).toEqual(['300000.00 未按工资上限'])
  })

  test('exactly the ratio is reached, not exceeded', async () => {
    const band = (count: number) => filing({ employees: 200 }, placed(count), 'ratio_band')
    expect(await band(3)).toEqual(['正好达到'])
    expect(await band(4)).toEqual(['超过比例'])
    expect(await band(2)).toEqual(['安排不足'])
  })
})

test('a filing lies where the employer is, in a province that reported filings of the year', async () => {
  const where = 'leaf_code, province_code'
  expect(await filing({ region_code: '440184' }, [], where)).toEqual(['440117 440000'])
  expect(await filing({ region_code: '420102' }, [], where)).toEqual([])
  expect(await filing({ unit: '660000' }, [], where)).toEqual(['660000-self 660000'])
})
