import { expect, test } from 'vitest'

import { lines, marts, type Row } from './staged.ts'

async function shown(employment: Row[], registration: Row[] = [{}]): Promise<string[]> {
  const graduates = registration.map((row) => ({ person: 'a', graduation_year: 2017, ...row }))
  const spells = employment.map((row, index) => ({
    record_number: String(index),
    person: 'a',
    ...row,
  }))
  return lines(
    await marts({ registration: graduates, employment: spells }),
    `select graduation_year, person_id, leaf_code, is_employed, from_day, to_day
    from marts.graduate order by from_day`,
  )
}

const never = ['2017 a 440103 false 2017-07-01 2018-06-30']
const atOnce = ['2017 a 440103 true 2017-07-01 2018-06-30']

test('stands from 1 July of the year to 30 June of the next', async () => {
  expect(await shown([])).toEqual(never)
})

test('employed from the first day of the season on which a spell is open', async () => {
  expect(
    await shown([{ started_on: '2017-09-01', ended_on: '2017-09-01', locality: '农村' }]),
  ).toEqual([
    '2017 a 440103 false 2017-07-01 2017-08-31',
    '2017 a 440103 true 2017-09-01 2018-06-30',
  ])
})

test('a spell from before the season counts if it reaches it', async () => {
  expect(await shown([{ started_on: '2016-09-01', ended_on: '2017-07-01' }])).toEqual(atOnce)
  expect(await shown([{ started_on: '2016-09-01', ended_on: '2017-06-30' }])).toEqual(never)
  expect(await shown([{ started_on: '2016-09-01' }])).toEqual(atOnce)
})

test('a spell after 31 December comes too late', async () => {
  expect(await shown([{ started_on: '2018-01-01' }])).toEqual(never)
  expect((await shown([{ started_on: '2017-12-31' }])).at(-1)).toBe(
    '2017 a 440103 true 2017-12-31 2018-06-30',
  )
})

test('a retracted spell is none', async () => {
  const spell = { record_number: 'x', started_on: '2017-08-01' }
  expect(await shown([spell, { ...spell, is_void: true, started_on: null }])).toEqual(never)
})

test('counts where the person is registered on the day, from the registration', async () => {
  const registration = [
    { registered_on: '2017-08-01', updated_on: '2017-08-01' },
    {
      unit: '420000',
      region_code: '429004',
      registered_on: '2018-02-01',
      updated_on: '2018-02-01',
    },
  ]
  expect(await shown([{ started_on: '2017-07-15' }], registration)).toEqual([
    '2017 a 440103 true 2017-08-01 2018-01-31',
    '2017 a 429004 true 2018-02-01 2018-06-30',
  ])
})

test('a registration that names no year of graduation counts no more', async () => {
  const registration = [{}, { updated_on: '2018-01-01', graduation_year: null }]
  expect(await shown([], registration)).toEqual([])
})
