import { expect, test } from 'vitest'

import { lines, marts, type Row, type Staged } from './staged.ts'

async function rated(rows: Row[], columns: string, more: Staged = {}) {
  const training = rows.map((row, at) => ({
    record_number: `T${String(at)}`,
    person: 'a',
    ended_on: '2017-05-31',
    satisfaction: 5,
    ...row,
  }))
  return lines(
    await marts({ registration: [{ person: 'a' }], training, ...more }),
    `select ${columns} from marts.rated_training order by all`,
  )
}

test('4 and 5 are satisfied; what carries no mark is not counted', async () => {
  const rows = [1, 2, 3, 4, 5, null].map((satisfaction) => ({ satisfaction }))
  expect(await rated(rows, 'is_satisfied')).toEqual(['false', 'false', 'false', 'true', 'true'])
})

test('it counts from its last day to the end of that year', async () => {
  expect(await rated([{}], 'year, from_day, to_day')).toEqual(['2017 2017-05-31 2017-12-31'])
})

test('staff count too; a certificate holder counts from the registration on', async () => {
  const staff = { person: null, trainee_id: '00000000-0000-0000-0000-000000000001' }
  const rows = [{ ...staff, programme: '就业辅导员' }, { person: 'x' }]
  expect(await rated(rows, 'programme, from_day')).toEqual(['就业辅导员 2017-05-31'])
  const late = [{ person: 'x', registered_on: '2017-08-01', updated_on: '2017-08-01' }]
  expect(await rated([{ person: 'x' }], 'from_day, to_day', { registration: late })).toEqual([
    '2017-08-01 2017-12-31',
  ])
  const next = [{ person: 'x', registered_on: '2018-01-01', updated_on: '2018-01-01' }]
  expect(await rated([{ person: 'x' }], 'from_day', { registration: next })).toEqual([])
})

test('it lies where the training was, in a province that reported trainings', async () => {
  const there = { region_code: '420102' }
  expect(await rated([there], 'leaf_code')).toEqual(['420102'])
  const file = [{ unit: '440000', extract: 'training' }]
  expect(await rated([there], 'leaf_code', { file })).toEqual([])
})
