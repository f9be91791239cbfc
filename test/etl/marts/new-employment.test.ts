import { expect, test } from 'vitest'

import { lines, marts, type Row } from './staged.ts'

async function shown(
  employment: Row[],
  registration: Row[] = [{ person: 'a' }],
): Promise<string[]> {
  const numbered = employment.map((row, index) => ({
    record_number: String(index),
    person: 'a',
    ...row,
  }))
  return lines(
    await marts({ registration, employment: numbered }),
    `select person_id, leaf_code, started_on, from_day, to_day
    from marts.new_employment where plan = 'first' order by all`,
  )
}

const counted = (day: string) => [`a 440103 ${day} ${day} 9999-12-31`]

test('counts the first urban spell that starts in the plan, by residence', async () => {
  const spells = [
    { started_on: '2016-03-01', ended_on: '2016-12-31', region_code: '420102' },
    { started_on: '2017-06-01' },
  ]
  expect(await shown(spells)).toEqual(counted('2016-03-01'))
})

test('a spell still open the day before blocks, also one from before the plan', async () => {
  const old = { started_on: '2014-01-01', ended_on: '2016-02-29' }
  expect(await shown([old, { started_on: '2016-03-01' }])).toEqual([])
  expect(await shown([old, { started_on: '2016-03-02' }])).toEqual(counted('2016-03-02'))
  expect(await shown([{ started_on: '2014-01-01' }, { started_on: '2018-01-01' }])).toEqual([])
})

test('a blocked spell blocks the next, and a long one behind a short one blocks too', async () => {
  const spells = [
    { started_on: '2015-01-01', ended_on: '2016-06-30' },
    { started_on: '2015-02-01', ended_on: '2015-03-01' },
    { started_on: '2016-05-01', ended_on: '2016-09-30' },
    { started_on: '2016-09-01', ended_on: '2017-01-31' },
    { started_on: '2017-02-02', ended_on: '2017-03-01' },
  ]
  expect(await shown(spells)).toEqual(counted('2017-02-02'))
})

test('spells that begin on the same day do not block each other', async () => {
  expect(await shown([{ started_on: '2016-04-01' }, { started_on: '2016-04-01' }])).toEqual(
    counted('2016-04-01'),
  )
})

test('rural and retracted spells neither count nor block', async () => {
  const spells = [
    { started_on: '2015-01-01', locality: '农村' },
    { started_on: '2015-01-01', record_number: 'x' },
    { record_number: 'x', is_void: true },
    { started_on: '2016-04-01' },
  ]
  expect(await shown(spells)).toEqual(counted('2016-04-01'))
})

test('counts from the registration, and moves with the person', async () => {
  const registration = [
    { person: 'a', registered_on: '2016-09-01', updated_on: '2016-09-01' },
    {
      person: 'a',
      unit: '420000',
      region_code: '429004',
      registered_on: '2017-01-01',
      updated_on: '2017-01-01',
    },
  ]
  expect(await shown([{ started_on: '2016-04-01' }], registration)).toEqual([
    'a 429004 2016-04-01 2017-01-01 9999-12-31',
    'a 440103 2016-04-01 2016-09-01 2016-12-31',
  ])
})

test('a spell after the deadline does not count', async () => {
  expect(await shown([{ started_on: '2020-12-31' }])).toEqual(counted('2020-12-31'))
  expect(await shown([{ started_on: '2021-01-01' }])).toEqual([])
})

test('of spells of one day the form is that of the lower unit code and record number', async () => {
  const spell = { person: 'a', started_on: '2016-04-01' }
  const connection = await marts({
    registration: [{ person: 'a' }],
    employment: [
      { ...spell, record_number: '2', employment_form: '灵活就业' },
      { ...spell, record_number: '9', employment_form: '个体就业', unit: '420000' },
      { ...spell, record_number: '1', employment_form: '集中就业' },
    ],
  })
  const form = "select employment_form from marts.new_employment where plan = 'first'"
  expect(await lines(connection, form)).toEqual(['个体就业'])
})
