import { expect, test } from 'vitest'

import { lines, marts, type Row } from './staged.ts'

async function shown(placement: Row[], registration: Row[] = [{ person: 'a' }]): Promise<string[]> {
  const rows = placement.map((row) => ({ person: 'a', credit_code: 'C1', year: 2017, ...row }))
  return lines(
    await marts({ registration, placement: rows }),
    'select year, person_id, leaf_code, from_day, to_day from marts.placed_person order by all',
  )
}

test('counts from the first day of the year that the contract covers, to 31 December', async () => {
  const contract = { contract_started_on: '2015-05-01', contract_ended_on: '2017-01-01' }
  expect(await shown([contract])).toEqual(['2017 a 440103 2017-01-01 2017-12-31'])
  expect(await shown([{ contract_started_on: '2017-12-31' }])).toEqual([
    '2017 a 440103 2017-12-31 2017-12-31',
  ])
})

test('a contract that covers no day of its year does not count', async () => {
  const before = { contract_started_on: '2015-05-01', contract_ended_on: '2016-12-31' }
  expect(await shown([before, { contract_started_on: '2018-01-01', credit_code: 'C2' }])).toEqual(
    [],
  )
})

test('a person with several placements counts in the county of the earliest contract', async () => {
  const rows = [
    { contract_started_on: '2016-02-01', credit_code: 'C2', region_code: '441900' },
    { contract_started_on: '2016-01-01', credit_code: 'C3', region_code: '440103' },
  ]
  expect(await shown(rows)).toEqual(['2017 a 440103 2017-01-01 2017-12-31'])
})

test('of equal starts the lower unit code counts, then the lower credit code', async () => {
  const start = { contract_started_on: '2016-01-01' }
  const rows = [
    { ...start, credit_code: 'C2', region_code: '441900' },
    { ...start, credit_code: 'C1', region_code: '440100' },
  ]
  expect(await shown(rows)).toEqual(['2017 a 440100-self 2017-01-01 2017-12-31'])
  const lower = { ...start, credit_code: 'C9', unit: '420000', region_code: '429004' }
  expect(await shown([...rows, lower])).toEqual(['2017 a 429004 2017-01-01 2017-12-31'])
})

test('counts where the placement lies, from the day the person is registered', async () => {
  const registration = [
    {
      person: 'a',
      unit: '420000',
      region_code: '429004',
      registered_on: '2017-03-01',
      updated_on: '2017-03-01',
    },
  ]
  expect(await shown([{ contract_started_on: '2016-01-01' }], registration)).toEqual([
    '2017 a 440103 2017-03-01 2017-12-31',
  ])
  expect(await shown([{ contract_started_on: '2016-01-01', person: 'x' }])).toEqual([])
})

test('lies in a province only if that reported placements of the year itself', async () => {
  const elsewhere = { unit: '440000', contract_started_on: '2016-01-01', region_code: '429004' }
  expect(await shown([elsewhere])).toEqual([])
  const own = { unit: '420000', person: 'x', contract_started_on: '2016-01-01' }
  expect(await shown([elsewhere, own])).toEqual(['2017 a 429004 2017-01-01 2017-12-31'])
})

test("a disabled soldier's number is not a certificate holder's", async () => {
  expect(await shown([{ contract_started_on: '2016-01-01', is_military: true }])).toEqual([])
})

test('each year stands by itself, and the code lands in its successor within the year', async () => {
  const rows = [
    { year: 2016, contract_started_on: '2015-01-01', region_code: '440184' },
    { year: 2017, contract_started_on: '2015-01-01', region_code: '440184' },
  ]
  expect(await shown(rows)).toEqual([
    '2016 a 440117 2016-07-01 2016-12-31',
    '2016 a 440184 2016-01-01 2016-06-30',
    '2017 a 440117 2017-01-01 2017-12-31',
  ])
})

test('carries the person’s attributes and the kind of the employer that filed, null without a filing', async () => {
  const connection = await marts({
    registration: [{ person: 'a', sex: '女', education: '本科' }, { person: 'b' }],
    placement: [
      { person: 'a', year: 2017, credit_code: 'C1', contract_started_on: '2016-01-01' },
      { person: 'b', year: 2017, credit_code: 'C2', contract_started_on: '2016-01-01' },
    ],
    levy_filing: [
      { year: 2017, credit_code: 'C1', employer_kind: '国有企业' },
      { year: 2018, credit_code: 'C2', employer_kind: '国有企业' },
    ],
  })
  const columns =
    'person_id, sex, birth_date, disability_grade, household, education, employer_kind'
  expect(
    await lines(connection, `select ${columns} from marts.placed_person order by all`),
  ).toEqual(['a 女 1980-01-01 3 城镇 本科 国有企业', 'b 男 1980-01-01 3 城镇 null null'])
})
