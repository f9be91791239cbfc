import { expect, test } from 'vitest'

import { lines, marts, type Row, type Staged } from './staged.ts'

async function shown(staged: Staged, plan = 'first'): Promise<string[]> {
  return lines(
    await marts(staged),
    `select indicator, person_id, leaf_code, completed_on, from_day, to_day
    from marts.trained_person where is_first and plan = '${plan}' order by all`,
  )
}

const farming = {
  record_number: '1',
  person: 'a',
  programme: '农村实用技术',
  ended_on: '2016-06-30',
}
const poor = {
  person: 'a',
  unit: '420000',
  region_code: '420102',
  household: '农村',
  poverty_registered: true,
}

test('counts a person once, from the first completion that qualifies', async () => {
  const training = [
    { record_number: '1', person: 'a', ended_on: '2015-12-31' },
    { record_number: '2', person: 'a', ended_on: '2016-02-01', is_free: false },
    { record_number: '3', person: 'a', ended_on: '2016-05-31' },
    { record_number: '4', person: 'a', ended_on: '2016-02-29' },
    { record_number: '5', person: 'a', ended_on: '2016-02-28', programme: '盲人保健按摩' },
  ]
  expect(await shown({ registration: [{ person: 'a' }], training })).toEqual([
    'A1 a 440103 2016-02-29 2016-02-29 9999-12-31',
  ])
})

test('person-times are all completions that qualify, each from its own day, also two of one day', async () => {
  const training = [
    { record_number: '1', person: 'a', ended_on: '2016-02-29' },
    { record_number: '2', person: 'a', ended_on: '2016-02-29' },
    { record_number: '3', person: 'a', ended_on: '2017-03-31' },
    { record_number: '4', person: 'a', ended_on: '2017-05-31', is_free: false },
    { record_number: '5', person: 'a', ended_on: '2021-01-01' },
  ]
  const registration = [
    { person: 'a' },
    { person: 'a', household: '农村', updated_on: '2017-06-01' },
  ]
  const times = await lines(
    await marts({ registration, training }),
    `select is_first, times, from_day, to_day from marts.trained_person
    where plan = 'first' order by all`,
  )
  expect(times).toEqual(['false 1 2017-03-31 9999-12-31', 'true 2 2016-02-29 9999-12-31'])
})

test('another plan with another period and other conditions needs no other SQL', async () => {
  const training = [
    { record_number: '1', person: 'a', ended_on: '2017-12-31' },
    { record_number: '2', person: 'a', ended_on: '2018-03-01', is_free: false },
  ]
  expect(await shown({ registration: [{ person: 'a' }], training }, 'next')).toEqual([
    'A1 a 440103 2018-03-01 2018-03-01 9999-12-31',
  ])
})

test('a retracted training does not count, nor one of a person who is not registered', async () => {
  const training = [
    { record_number: '1', person: 'a', ended_on: '2016-05-31' },
    { record_number: '1', is_void: true },
    { record_number: '2', person: 'x', ended_on: '2016-05-31' },
  ]
  expect(await shown({ registration: [{ person: 'a' }], training })).toEqual([])
})

test('a person registered after the training counts from the registration', async () => {
  const registration = [{ person: 'a', registered_on: '2017-03-01', updated_on: '2017-03-01' }]
  const training = [{ record_number: '1', person: 'a', ended_on: '2016-05-31' }]
  expect(await shown({ registration, training })).toEqual([
    'A1 a 440103 2016-05-31 2017-03-01 9999-12-31',
  ])
})

test('household is that of the version latest updated by the end of the training', async () => {
  const training = [{ record_number: '1', person: 'a', ended_on: '2016-05-31' }]
  const rural = { person: 'a', household: '农村' }
  const urban = { person: 'a', household: '城镇' }
  const on = (row: Row, day: string) => ({ ...row, updated_on: day })
  const counted = ['A1 a 440103 2016-05-31 2016-05-31 9999-12-31']
  const before = [on(rural, '2015-06-01'), on(urban, '2016-05-31'), on(rural, '2017-01-01')]
  expect(await shown({ registration: before, training })).toEqual(counted)
  const tooLate = [on(rural, '2015-06-01'), on(urban, '2016-06-01')]
  expect(await shown({ registration: tooLate, training })).toEqual([])
  const allLater = [on(urban, '2016-07-01'), on(rural, '2016-07-01'), on(rural, '2016-08-01')]
  expect(await shown({ registration: allLater, training })).toEqual(counted)
})

test('of versions updated on one day the one submitted last judges, then that of the higher unit', async () => {
  const training = [{ record_number: '1', person: 'a', ended_on: '2016-05-31' }]
  const urban = { person: 'a', submitted_order: 7 }
  const rural = { person: 'a', household: '农村', unit: '420000' }
  const last = [urban, { ...rural, submitted_order: 8 }]
  expect(await shown({ registration: last, training })).toEqual([])
  const tied = [urban, { ...rural, submitted_order: 7 }]
  expect(await shown({ registration: tied, training })).toHaveLength(1)
})

test('the versions of a retracted registration judge nothing', async () => {
  const training = [{ record_number: '1', person: 'a', ended_on: '2016-05-31' }]
  const registration = [
    { person: 'a', household: '农村' },
    { person: 'a', unit: '420000', updated_on: '2016-01-01' },
    { person: 'a', unit: '420000', is_void: true, updated_on: null },
  ]
  expect(await shown({ registration, training })).toEqual([])
})

test('nobody once counted in A3 is lost by leaving poverty', async () => {
  const registration = [poor, { ...poor, poverty_registered: false, updated_on: '2017-01-01' }]
  expect(await shown({ registration, training: [farming] })).toEqual([
    'A3 a 420102 2016-06-30 2016-06-30 9999-12-31',
  ])
})

test('a mover within the scope is shown in the new region, one out of it in that of the version', async () => {
  const moved = { ...poor, registered_on: '2017-05-01', updated_on: '2017-05-01' }
  const within = { ...moved, unit: '650000', region_code: '650102' }
  expect(await shown({ registration: [poor, within], training: [farming] })).toEqual([
    'A3 a 420102 2016-06-30 2016-06-30 2017-04-30',
    'A3 a 650102 2016-06-30 2017-05-01 9999-12-31',
  ])
  const outside = { ...moved, unit: '440000', region_code: '440103' }
  expect(await shown({ registration: [poor, outside], training: [farming] })).toEqual([
    'A3 a 420102 2016-06-30 2016-06-30 2017-04-30',
    'A3 a 420102 2016-06-30 2017-05-01 9999-12-31',
  ])
})

test('a person trained in an eastern province does not come into A3 by moving west', async () => {
  const east = { ...poor, unit: '440000', region_code: '440103' }
  const west = { ...poor, registered_on: '2017-05-01', updated_on: '2017-05-01' }
  expect(await shown({ registration: [east, west], training: [farming] })).toEqual([])
})

test('the north-east is in neither group, 660000 counts with the west', async () => {
  const corps = { ...poor, person: 'c', unit: '660000', region_code: '440103' }
  const northeast = { ...poor, unit: '210000', region_code: '210102' }
  const training = [farming, { ...farming, record_number: '2', person: 'c' }]
  expect(await shown({ registration: [northeast, corps], training })).toEqual([
    'A3 c 660000-self 2016-06-30 2016-06-30 9999-12-31',
  ])
})

test('where poverty is not filled in a person is not poor', async () => {
  const registration = [{ ...poor, poverty_registered: null }]
  expect(await shown({ registration, training: [farming] })).toEqual([])
})

test('a province that never reported trainings is left out, whoever trained its people', async () => {
  const staged = {
    registration: [{ person: 'a' }],
    training: [{ record_number: '1', person: 'a', ended_on: '2016-05-31', unit: '420000' }],
  }
  const file = [{ unit: '420000', extract: 'training' }]
  expect(await shown({ ...staged, file })).toEqual([])
  const refused = { unit: '440000', extract: 'training', fate: 'refused' }
  expect(await shown({ ...staged, file: [...file, refused] })).toEqual([])
  expect(
    await shown({ ...staged, file: [...file, { ...refused, fate: 'accepted' }] }),
  ).toHaveLength(1)
})
