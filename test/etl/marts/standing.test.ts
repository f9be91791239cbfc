import { expect, test } from 'vitest'

import { lines, marts } from './staged.ts'

test('the later row of a key stands, within its unit only', async () => {
  const connection = await marts({
    employment: [
      { record_number: '1', person: 'a', started_on: '2016-01-01' },
      { record_number: '1', person: 'a', started_on: '2016-02-02' },
      { record_number: '1', person: 'b', started_on: '2016-03-03', unit: '420000' },
    ],
  })
  const rows =
    'select unit, record_number, person_id, started_on from standing.employment order by all'
  expect(await lines(connection, rows)).toEqual(['420000 1 b 2016-03-03', '440000 1 a 2016-02-02'])
})

test('a retraction takes the record away, and a later row without 作废 brings it back', async () => {
  const gone = { person: 'a', is_void: true, region_code: null, updated_on: null }
  const connection = await marts({
    registration: [
      { person: 'a' },
      gone,
      { person: 'b' },
      { ...gone, person: 'b' },
      { person: 'b' },
    ],
  })
  expect(await lines(connection, 'select person_id from standing.registration')).toEqual(['b'])
})

test('the order is that of submission, not of arrival', async () => {
  const connection = await marts({
    institution: [
      { institution_code: 'I', founded_on: '2017-01-01', submitted_order: 9 },
      { institution_code: 'I', founded_on: '2016-01-01', submitted_order: 3 },
    ],
  })
  expect(await lines(connection, 'select founded_on from standing.institution')).toEqual([
    '2017-01-01',
  ])
})

test('targets of the whole period are one key, beside those of the years', async () => {
  const connection = await marts({
    target: [{ target_value: 10 }, { target_value: 12 }, { year: 2016, target_value: 3 }],
  })
  const rows = 'select year, target_value from standing.target order by all'
  expect(await lines(connection, rows)).toEqual(['2016 3.0000', 'null 12.0000'])
})

test('records of persons without a standing registration are listed per unit and extract', async () => {
  const connection = await marts({
    registration: [{ person: 'a' }],
    employment: [
      { record_number: '1', person: 'a', started_on: '2016-01-01' },
      { record_number: '2', person: 'x', started_on: '2016-01-01' },
    ],
    training: [
      { record_number: '1', person: 'x', ended_on: '2016-01-01' },
      {
        record_number: '2',
        trainee_id: '00000000-0000-0000-0000-000000000009',
        ended_on: '2016-01-01',
      },
    ],
    service: [{ record_number: '1', person: 'x', unit: '420000' }],
    placement: [
      { person: 'x', credit_code: 'C', year: 2017, contract_started_on: '2017-01-01' },
      {
        person: 'y',
        credit_code: 'C',
        year: 2017,
        contract_started_on: '2017-01-01',
        is_military: true,
      },
    ],
  })
  expect(await lines(connection, 'from marts.unmatched order by all')).toEqual([
    '420000 service 1',
    '440000 employment 1',
    '440000 placement 1',
    '440000 training 1',
  ])
})
