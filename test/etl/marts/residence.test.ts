import { expect, test } from 'vitest'

import { lines, marts, type Row } from './staged.ts'

const rows = 'select person_id, leaf_code, from_day, to_day from standing.residence order by all'

async function residence(...registration: Row[]): Promise<string[]> {
  return lines(await marts({ registration }), rows)
}

test('a person is nowhere before the day of registration', async () => {
  expect(
    await residence({ person: 'a', registered_on: '2016-02-29', updated_on: '2017-01-01' }),
  ).toEqual(['a 440103 2016-02-29 9999-12-31'])
})

test('a mover lies in the new province from the day of the registration there', async () => {
  expect(
    await residence(
      { person: 'a' },
      {
        person: 'a',
        unit: '420000',
        region_code: '420102',
        registered_on: '2017-05-01',
        updated_on: '2017-05-01',
      },
    ),
  ).toEqual(['a 420102 2017-05-01 9999-12-31', 'a 440103 2015-01-01 2017-04-30'])
})

test('an update in the old province after the move takes the person back', async () => {
  expect(
    await residence(
      { person: 'a', updated_on: '2018-01-01' },
      {
        person: 'a',
        unit: '420000',
        region_code: '420102',
        registered_on: '2017-05-01',
        updated_on: '2017-05-01',
      },
    ),
  ).toEqual(['a 440103 2015-01-01 9999-12-31'])
})

test('of equal updates the one submitted last holds, then the higher unit code', async () => {
  const here = { person: 'a', submitted_order: 5 }
  const there = { person: 'a', unit: '420000', region_code: '420102' }
  expect(await residence({ ...there, submitted_order: 6 }, here)).toEqual([
    'a 420102 2015-01-01 9999-12-31',
  ])
  expect(await residence({ ...there, submitted_order: 5 }, here)).toEqual([
    'a 440103 2015-01-01 9999-12-31',
  ])
})

test('a re-issued card is the same person', async () => {
  const reissued = '44B1'
  expect(
    await residence(
      { person: 'a' },
      {
        person: 'a',
        card: reissued,
        region_code: '440117',
        registered_on: '2016-08-01',
        updated_on: '2016-08-01',
      },
    ),
  ).toEqual(['a 440103 2015-01-01 2016-07-31', 'a 440117 2016-08-01 9999-12-31'])
})

test('after a retraction the registration of another unit holds again', async () => {
  const moved = {
    person: 'a',
    unit: '420000',
    region_code: '420102',
    registered_on: '2017-05-01',
    updated_on: '2017-05-01',
  }
  expect(
    await residence({ person: 'a' }, moved, {
      ...moved,
      is_void: true,
      registered_on: null,
      updated_on: null,
    }),
  ).toEqual(['a 440103 2015-01-01 9999-12-31'])
})

test('a code with a successor moves on the day of the change', async () => {
  expect(await residence({ person: 'a', region_code: '440184' })).toEqual([
    'a 440117 2016-07-01 9999-12-31',
    'a 440184 2015-01-01 2016-06-30',
  ])
})

test('of two cards updated on one day in one file the later row holds', async () => {
  const one = { person: 'a', submitted_order: 5 }
  const reissued = '44B1'
  const two = { ...one, card: reissued, region_code: '441900' }
  expect(await residence({ ...one, line: 2 }, { ...two, line: 3 })).toEqual([
    'a 441900-self 2015-01-01 9999-12-31',
  ])
  expect(await residence({ ...one, line: 3 }, { ...two, line: 2 })).toEqual([
    'a 440103 2015-01-01 9999-12-31',
  ])
})
