import { expect, test } from 'vitest'

import { lines, marts } from './staged.ts'

test('an old code lands in its successor from the day of the change', async () => {
  const connection = await marts({})
  const rows =
    "from marts.region_landing where code in ('440184', '440125') order by code, from_day"
  expect(await lines(connection, rows)).toEqual([
    '440125 440184 1900-01-01 2016-06-30',
    '440125 440117 2016-07-01 9999-12-31',
    '440184 440184 1900-01-01 2016-06-30',
    '440184 440117 2016-07-01 9999-12-31',
  ])
})

test('every code lands somewhere on every day, once', async () => {
  const connection = await marts({})
  const uneven = `
    select code from marts.region_landing group by code
    having min(from_day) > '1900-01-01' or max(to_day) < '9999-12-31'
      or sum(to_day - from_day + 1) <> date '9999-12-31' - date '1900-01-01' + 1`
  expect(await lines(connection, uneven)).toEqual([])
})

test('a province and a prefecture are leaves of their own, a prefecture without counties by its name', async () => {
  const connection = await marts({})
  const rows =
    "from marts.region where leaf_code like '44%' and leaf_code like '%-self' order by all"
  expect(await lines(connection, rows)).toEqual([
    '440000-self 广东省本级 本级 null 440000',
    '440100-self 广州市本级 本级 440100 440000',
    '441900-self 东莞市 本级 441900 440000',
  ])
})

test('counties straight below a province stand under 省直管 only beside prefectures', async () => {
  const connection = await marts({})
  const rows = `
    from marts.region where leaf_code in ('110101', '429004', '659001', '420102') order by leaf_code`
  expect(await lines(connection, rows)).toEqual([
    '110101 东城区 市辖区 null 110000',
    '420102 江岸区 市辖区 420100 420000',
    '429004 仙桃市 县级市 429000 420000',
    '659001 石河子市 县级市 null 660000',
  ])
  expect(await lines(connection, "from marts.region_unit where code = '429000'")).toEqual([
    '429000 省直管 prefecture 省直管 420000 1900-01-01 9999-12-31',
  ])
  const parent = "select parent_code from marts.region_unit where code = '429004'"
  expect(await lines(connection, parent)).toEqual(['429000'])
})

test('a 本级 stands in the tree only where a record fell', async () => {
  const connection = await marts({ registration: [{ person: 'a', region_code: '441900' }] })
  const rows = "from marts.region_unit where code like '%-self'"
  expect(await lines(connection, rows)).toEqual([
    '441900-self 东莞市 county 本级 441900 1900-01-01 9999-12-31',
  ])
})

test('what 660000 submits lies in 660000, whatever its code; 659xxx of others too', async () => {
  const connection = await marts({
    registration: [
      { person: 'a', unit: '660000', region_code: '659001' },
      { person: 'b', unit: '660000', region_code: '650102' },
      { person: 'c', unit: '660000', region_code: '660000' },
      { person: 'd', unit: '650000', region_code: '659001' },
      { person: 'e', unit: '650000', region_code: '650102' },
    ],
  })
  const rows = 'select person_id, leaf_code, province_code from standing.residence order by all'
  expect(await lines(connection, rows)).toEqual([
    'a 659001 660000',
    'b 660000-self 660000',
    'c 660000-self 660000',
    'd 659001 660000',
    'e 650102 650000',
  ])
})

test('the calendar marks the last day of each quarter', async () => {
  const connection = await marts({})
  const rows =
    "from marts.as_of where day between '2016-02-29' and '2016-03-31' and dayofmonth(day) > 28"
  expect(await lines(connection, rows)).toEqual([
    '2016-02-29 2016Q1 false 8064',
    '2016-03-29 2016Q1 false 8064',
    '2016-03-30 2016Q1 false 8064',
    '2016-03-31 2016Q1 true 8065',
  ])
})
