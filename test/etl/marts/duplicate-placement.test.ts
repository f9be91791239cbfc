import { expect, test } from 'vitest'

import { lines, marts, type Row } from './staged.ts'

const here = { contract_started_on: '2017-01-01' }
const there = { unit: '420000', region_code: '420102', contract_started_on: '2017-01-01' }

async function duplicates(
  rows: Row[],
  registration: Row[] = [{ person: 'a' }],
  columns = 'province_code, from_day, to_day',
) {
  const placement = rows.map((row) => ({ person: 'a', year: 2018, credit_code: 'C1', ...row }))
  return lines(
    await marts({ registration, placement }),
    `select ${columns} from marts.duplicate_placement order by all`,
  )
}

const whole = ['420000 2018-01-01 2018-12-31', '440000 2018-01-01 2018-12-31']

test('every row of a person placed in two provinces counts, each where it lies', async () => {
  expect(await duplicates([here, there])).toEqual(whole)
  const second = { ...here, credit_code: 'C2' }
  expect(await duplicates([here, second, there])).toHaveLength(3)
})

test('two placements in one province are none', async () => {
  expect(await duplicates([here, { ...here, credit_code: 'C2' }])).toEqual([])
})

test('the province is that of the place, not of the unit; what 660000 sends is its own', async () => {
  expect(await duplicates([here, { ...there, region_code: '440103' }])).toEqual([])
  const corps = { ...there, unit: '660000', region_code: '440103' }
  expect(await duplicates([here, corps], undefined, 'province_code')).toEqual(['440000', '660000'])
})

test('it counts from the day on which both are there, of one year', async () => {
  expect(await duplicates([here, { ...there, contract_started_on: '2018-05-01' }])).toEqual([
    '420000 2018-05-01 2018-12-31',
    '440000 2018-05-01 2018-12-31',
  ])
  expect(await duplicates([here, { ...there, year: 2017 }])).toEqual([])
  expect(await duplicates([here, { ...there, contract_ended_on: '2017-12-31' }])).toEqual([])
})

test('a certificate holder counts once registered, a disabled soldier always', async () => {
  expect(await duplicates([here, there], [])).toEqual([])
  const late = [{ person: 'a', registered_on: '2018-07-01', updated_on: '2018-07-01' }]
  expect(await duplicates([here, there], late, 'from_day')).toEqual(['2018-07-01', '2018-07-01'])
  const soldier = [here, there].map((row) => ({ ...row, person: 's', is_military: true }))
  expect(await duplicates(soldier, [])).toEqual(whole)
})

test('a row in a province that did not report the year is not counted, but is one elsewhere', async () => {
  const sent = { ...there, unit: '440000', credit_code: 'C2' }
  expect(await duplicates([here, sent], undefined, 'province_code')).toEqual(['440000'])
})
