import { expect, test } from 'vitest'

import { lines, marts, type Row, type Staged } from './staged.ts'

const training = { person: 'a', started_on: '2017-03-01', ended_on: '2017-03-31' }

async function conversions(
  spells: Row[],
  trainings: Row[] = [training],
  more: Staged = {},
  columns = 'is_converted, from_day, to_day',
) {
  const connection = await marts({
    registration: [{ person: 'a' }],
    training: trainings.map((row, at) => ({ record_number: `T${String(at)}`, ...row })),
    employment: spells.map((row, at) => ({ person: 'a', record_number: `E${String(at)}`, ...row })),
    ...more,
  })
  return lines(connection, `select ${columns} from marts.training_conversion order by all`)
}

test('a training counts from 180 days after it to the end of twelve months', async () => {
  expect(await conversions([])).toEqual(['false 2017-09-27 2018-09-26'])
})

test.each([
  ['2016-02-29', '2016-08-27 2017-08-27'],
  ['2016-02-28', '2016-08-26 2017-08-26'],
  ['2016-03-01', '2016-08-28 2017-08-27'],
  ['2015-02-28', '2015-08-27 2016-08-25'],
  ['2015-03-01', '2015-08-28 2016-08-27'],
])('the twelve months of one completed on %s', async (ended_on, days) => {
  const given = { person: 'a', started_on: '2015-01-15', ended_on }
  expect(await conversions([], [given], {}, 'from_day, to_day')).toEqual([days])
})

test.each([
  ['2017-03-30', []],
  ['2017-03-31', ['true']],
  ['2017-09-27', ['true']],
  ['2017-09-28', ['false']],
])('a spell that starts on %s', async (started_on, expected) => {
  const begun = started_on < '2017-03-31' ? ['false'] : expected
  expect(await conversions([{ started_on }], [training], {}, 'is_converted')).toEqual(begun)
})

test.each([
  ['open the day before only', { started_on: '2016-01-01', ended_on: '2017-02-28' }, 1],
  ['open on the day it began', { started_on: '2016-01-01', ended_on: '2017-03-01' }, 0],
  ['begun on the day it began', { started_on: '2017-03-01' }, 0],
  ['begun the day after', { started_on: '2017-03-02' }, 1],
  ['still open', { started_on: '2016-01-01', ended_on: null }, 0],
])('a training begun beside a spell %s', async (_, spell, count) => {
  expect(await conversions([spell])).toHaveLength(count)
})

test('every training counts, of the kinds named, not each person once', async () => {
  const later = { person: 'a', started_on: '2017-05-01', ended_on: '2017-05-31' }
  const rows = [training, later, { ...later, programme: '就业辅导员' }]
  expect(await conversions([{ started_on: '2017-10-01' }], rows)).toEqual([
    'false 2017-09-27 2018-09-26',
    'true 2017-11-27 2018-11-26',
  ])
})

test('it lies where the person is registered, in a province that reported trainings', async () => {
  const moved = [
    { person: 'a' },
    {
      person: 'a',
      unit: '420000',
      region_code: '420102',
      registered_on: '2018-01-01',
      updated_on: '2018-01-01',
    },
  ]
  const where = 'leaf_code, from_day, to_day'
  expect(await conversions([], [training], { registration: moved }, where)).toEqual([
    '420102 2018-01-01 2018-09-26',
    '440103 2017-09-27 2017-12-31',
  ])
  const file = [{ unit: '420000', extract: 'training' }]
  expect(await conversions([], [training], { file }, where)).toEqual([])
  expect(await conversions([], [{ ...training, person: 'x' }])).toEqual([])
})
