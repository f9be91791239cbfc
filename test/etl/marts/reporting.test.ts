import { expect, test } from 'vitest'

import { lines, marts } from './staged.ts'

test('a ratio target leaves percent behind, a count stays', async () => {
  const connection = await marts({
    target: [
      { unit: '000000', region_code: '440000', target_value: 1000 },
      { unit: '440000', region_code: '440103', target_value: 55 },
      { unit: '000000', indicator: 'C1', region_code: '440000', year: 2017, target_value: 65 },
      { unit: '000000', indicator: 'B4', region_code: '440000', target_value: 100 },
    ],
  })
  expect(await lines(connection, 'from marts.target order by all')).toEqual([
    'first A1 440000 national null 1000',
    'first A1 440103 own null 55',
    'first B4 440000 national null 1',
    'first C1 440000 national 2017 0.65',
  ])
})

test("a province's own target is for its own regions", async () => {
  const connection = await marts({
    target: [
      { unit: '440000', region_code: '420102', target_value: 55 },
      { unit: '660000', region_code: '659001', target_value: 5 },
      { unit: '660000', region_code: '110101', target_value: 6 },
    ],
  })
  expect(await lines(connection, 'select region_code from marts.target')).toEqual(['659001'])
})

test('a successor inherits the years it has no target for', async () => {
  const row = { unit: '000000', target_value: 10 }
  const connection = await marts({
    target: [
      { ...row, region_code: '440184', year: 2016 },
      { ...row, region_code: '440184', year: 2017 },
      { ...row, region_code: '440117', year: 2017, target_value: 12 },
    ],
  })
  const rows =
    "select year, target_value from marts.target where region_code = '440117' order by all"
  expect(await lines(connection, rows)).toEqual(['2016 10', '2017 12'])
})

test('a ratio is divided exactly, so that who reaches it has reached it', async () => {
  const target = [{ unit: '000000', indicator: 'C1', region_code: '440000', target_value: 10.3 }]
  const connection = await marts({ target })
  expect(await lines(connection, 'select target_value = 0.103 from marts.target')).toEqual(['true'])
})

test('a prefecture without counties has its target on its own leaf', async () => {
  const connection = await marts({
    target: [
      { unit: '000000', region_code: '441900', target_value: 30 },
      { unit: '000000', region_code: '440100', target_value: 40 },
    ],
  })
  const rows = await lines(connection, 'select region_code from marts.target order by all')
  expect(rows).toEqual(['440100', '441900', '441900-self'])
})

test("a target under an old code is its successor's, unless that has one", async () => {
  const old = { unit: '000000', region_code: '440184', target_value: 40 }
  const rows = 'select region_code, target_value from marts.target order by all'
  const inherited = await marts({ target: [old] })
  expect(await lines(inherited, rows)).toEqual(['440117 40', '440184 40'])
  const renewed = await marts({
    target: [old, { ...old, region_code: '440117', target_value: 50 }],
  })
  expect(await lines(renewed, rows)).toEqual(['440117 50', '440184 40'])
})

test('a unit has reported by an accepted file, a yearly extract by an accepted row of the year', async () => {
  const connection = await marts({
    file: [
      { unit: '440000', extract: 'training' },
      { unit: '440000', extract: 'placement' },
      { unit: '420000', extract: 'training', fate: 'refused' },
    ],
    placement: [
      { person: 'a', credit_code: 'C', year: 2016, contract_started_on: '2016-01-01' },
      { person: 'a', credit_code: 'C', year: 2017, is_void: true },
    ],
  })
  expect(await lines(connection, 'from marts.reported order by all')).toEqual([
    '440000 placement 2016',
    '440000 placement 2017',
    '440000 training null',
  ])
})

test('a submission counts what became of its rows', async () => {
  const connection = await marts({
    file: [
      { file_id: 1, extract: 'training', rows_read: 5, rows_accepted: 4, rows_quarantined: 1 },
      { file_id: 2, extract: 'training', rows_read: 2, rows_accepted: 2, rows_quarantined: 0 },
      { file_id: 3, extract: 'training', fate: 'refused', rows_read: null, rows_accepted: null },
    ],
    training: [
      { file_id: 1, record_number: '1', person: 'a', ended_on: '2016-01-01' },
      { file_id: 1, record_number: '2', person: 'a', ended_on: '2016-01-01' },
      { file_id: 1, record_number: '3', person: 'a', ended_on: '2016-01-01' },
      { file_id: 1, record_number: '4', is_void: true },
      { file_id: 2, record_number: '1', person: 'a', ended_on: '2016-02-01' },
      { file_id: 2, record_number: '2', is_void: true },
    ],
  })
  expect(await lines(connection, 'from marts.submission')).toEqual([
    '440000 2018Q2 training 2 1 7 6 1 2 2',
  ])
})

test('every version of a target says what took its place, under old codes too', async () => {
  const file = (file_id: number, quarter: string) => ({
    file_id,
    quarter,
    extract: 'target',
    path: `${quarter}/440000/target.csv`,
  })
  const row = { unit: '440000', region_code: '440184' }
  const connection = await marts({
    file: [file(1, '2018Q1'), file(2, '2018Q2')],
    target: [
      { ...row, file_id: 1, quarter: '2018Q1', target_value: 40 },
      { ...row, file_id: 2, target_value: 50, binding_nature: '约束性' },
      { ...row, file_id: 2, target_value: 9, region_code: '420102' },
    ],
  })
  const columns = 'region_code, stated_code, target_value, quarter, superseded_in, superseded_by'
  const sql = `select ${columns} from marts.target_version order by all`
  expect(await lines(connection, sql)).toEqual([
    '440117 440184 40 2018Q1 2018Q2 2018Q2/440000/target.csv',
    '440117 440184 50 2018Q2 null null',
    '440184 440184 40 2018Q1 2018Q2 2018Q2/440000/target.csv',
    '440184 440184 50 2018Q2 null null',
  ])
})
