import { expect, test } from 'vitest'

import { lines, marts, type Row } from './staged.ts'

let number = 0

async function shown(
  rows: Row[],
  columns = 'direction, item, is_direct, amount, from_day, to_day',
) {
  const levy_ledger = rows.map((row) => ({
    record_number: String((number += 1)),
    direction: '支出',
    ...row,
  }))
  return lines(
    await marts({ levy_ledger }),
    `select ${columns} from marts.levy_ledger order by all`,
  )
}

const income = { direction: '征收收入', amount: 100 }

test('an amount counts from the last day of its quarter to the end of its year', async () => {
  const rows = [1, 2, 3, 4].map((quarter) => ({ ...income, quarter_of_year: quarter }))
  expect(await shown(rows, 'from_day, to_day')).toEqual([
    '2018-03-31 2018-12-31',
    '2018-06-30 2018-12-31',
    '2018-09-30 2018-12-31',
    '2018-12-31 2018-12-31',
  ])
})

test('amounts of one item add up exactly, corrections downwards too', async () => {
  const rows = [
    { item: '岗位补贴', amount: 0.1 },
    { item: '岗位补贴', amount: 0.2 },
    { item: '职业培训补贴', amount: 10 },
    { item: '职业培训补贴', amount: -10.5 },
  ]
  expect(await shown(rows)).toEqual([
    '支出 岗位补贴 true 0.3000 2018-03-31 2018-12-31',
    '支出 职业培训补贴 false -0.5000 2018-03-31 2018-12-31',
  ])
})

test('only the items that the plan names are direct; spending without an item is not', async () => {
  const rows = ['岗位补贴', '超比例奖励', '其他', null].map((item) => ({ item, amount: 1 }))
  expect(await shown(rows, 'item, is_direct')).toEqual([
    '其他 false',
    '岗位补贴 true',
    '超比例奖励 true',
    'null false',
  ])
})

test('income carries no item', async () => {
  expect(await shown([{ ...income, item: '岗位补贴' }], 'item, is_direct')).toEqual(['null false'])
})

test('it lies where the ledger is, and only in a province that reported the year', async () => {
  const rows = [
    { ...income, region_code: '440000' },
    { ...income, region_code: '440184' },
    { ...income, region_code: '420102' },
    { ...income, unit: '660000', region_code: '650102' },
  ]
  expect(await shown(rows, 'leaf_code, province_code')).toEqual([
    '440000-self 440000',
    '440117 440000',
    '660000-self 660000',
  ])
})

test('a row that is replaced or withdrawn has no effect', async () => {
  const rows = [
    { ...income, record_number: 'X', amount: 1 },
    { ...income, record_number: 'X', amount: 2 },
    { ...income, record_number: 'Y', amount: 5 },
    { record_number: 'Y', is_void: true, year: null },
  ]
  expect(await shown(rows, 'amount')).toEqual(['2.0000'])
})
