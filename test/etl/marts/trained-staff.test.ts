import { expect, test } from 'vitest'

import { id, lines, marts, type Row } from './staged.ts'

const coach: Row = { programme: '就业辅导员', ended_on: '2017-05-31' }

async function shown(training: Row[], registration: Row[] = []): Promise<string[]> {
  const numbered = training.map((row, index) => ({ record_number: String(index), ...row }))
  return lines(
    await marts({ registration, training: numbered }),
    `select staff_id, leaf_code, completed_on, from_day, to_day
    from marts.trained_staff where is_first and indicator = 'B5' order by all`,
  )
}

test('staff count once, in the quarter and the region of the first completion in the plan', async () => {
  const training = [
    { ...coach, trainee_id: id('s'), ended_on: '2015-12-31' },
    { ...coach, trainee_id: id('s'), ended_on: '2018-01-31' },
    { ...coach, trainee_id: id('s'), region_code: '441900', is_free: false },
    { ...coach, trainee_id: id('t'), programme: '社区就业指导员' },
  ]
  expect(await shown(training)).toEqual(['s 441900-self 2017-05-31 2017-05-31 9999-12-31'])
})

test('person-times of staff are all completions, where the first was', async () => {
  const training = [
    { ...coach, record_number: '1', trainee_id: id('s') },
    { ...coach, record_number: '2', trainee_id: id('s') },
    {
      ...coach,
      record_number: '3',
      trainee_id: id('s'),
      ended_on: '2018-01-31',
      region_code: '441900',
    },
  ]
  const times = await lines(
    await marts({ training }),
    'select is_first, times, leaf_code, from_day from marts.trained_staff order by all',
  )
  expect(times).toEqual(['false 1 440103 2018-01-31', 'true 2 440103 2017-05-31'])
})

test('of completions on one day that of the lower unit, then record number, says where', async () => {
  const training = [
    { ...coach, person: 'a', record_number: '2', region_code: '441900' },
    { ...coach, person: 'a', record_number: '1' },
    { ...coach, person: 'a', record_number: '0', unit: '650000', region_code: '650102' },
  ]
  expect(await shown(training, [{ person: 'a' }])).toEqual([
    'a 440103 2017-05-31 2017-05-31 9999-12-31',
  ])
})

test('a holder of a certificate is one person over units, and counts once registered', async () => {
  const training = [
    { ...coach, person: 'a', unit: '420000', region_code: '420102' },
    { ...coach, person: 'a', ended_on: '2017-04-30' },
    { ...coach, person: 'x' },
  ]
  const registration = [{ person: 'a', registered_on: '2018-01-01', updated_on: '2018-01-01' }]
  expect(await shown(training, registration)).toEqual(['a 440103 2017-04-30 2018-01-01 9999-12-31'])
})

test('an old code lands in its successor from the day it changed', async () => {
  const training = [
    { ...coach, trainee_id: id('s'), region_code: '440184', ended_on: '2016-03-31' },
  ]
  expect(await shown(training)).toEqual([
    's 440117 2016-03-31 2016-07-01 9999-12-31',
    's 440184 2016-03-31 2016-03-31 2016-06-30',
  ])
})

test('B6 asks neither for free nor for blindness, B7 that the training was new', async () => {
  const massage = { programme: '盲人保健按摩', ended_on: '2017-05-31' }
  const training = [
    { ...massage, record_number: '1', person: 'a', is_free: false },
    { ...massage, record_number: '2', person: 'a', is_new: true, ended_on: '2017-08-31' },
    { ...massage, record_number: '3', person: 'b', is_new: false },
  ]
  const trained = await lines(
    await marts({ registration: [{ person: 'a' }, { person: 'b' }], training }),
    `select indicator, person_id, from_day from marts.trained_person
    where is_first and plan = 'further' order by all`,
  )
  expect(trained).toEqual(['B6 a 2017-05-31', 'B6 b 2017-05-31', 'B7 a 2017-08-31'])
})
