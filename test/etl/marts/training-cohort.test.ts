import { expect, test } from 'vitest'

import { lines, marts, type Row } from './staged.ts'

const training = {
  person: 'a',
  record_number: 'T1',
  started_on: '2017-03-01',
  ended_on: '2017-03-10',
}

async function cohorts(spells: Row[], where: string, trainings: Row[] = [training]) {
  const connection = await marts({
    registration: [{ person: 'a' }, { person: 'b' }],
    training: trainings,
    employment: spells.map((row, at) => ({ person: 'a', record_number: `E${String(at)}`, ...row })),
  })
  const columns = 'completed_month, days, due, reached, from_day'
  return lines(
    connection,
    `select ${columns} from marts.training_cohort where ${where} order by all`,
  )
}

test('a month is known so many days after its last day, not after each training', async () => {
  expect(await cohorts([{ started_on: '2017-04-09' }], `outcome = 'converted'`)).toEqual([
    '2017-03 30 1 1 2017-04-30',
    '2017-03 90 1 1 2017-06-29',
    '2017-03 180 1 1 2017-09-27',
    '2017-03 365 1 1 2018-03-31',
  ])
})

test.each([
  ['2017-04-09', '1'],
  ['2017-04-10', '0'],
])('30 days after 10 March: a spell from %s', async (started_on, reached) => {
  expect(await cohorts([{ started_on }], `outcome = 'converted' and days = 30`)).toEqual([
    `2017-03 30 1 ${reached} 2017-04-30`,
  ])
})

test('a spell later than 180 days converts at 365, and is not looked at for stability', async () => {
  const spells = [{ started_on: '2018-01-01' }]
  expect(await cohorts(spells, `outcome = 'converted' and days >= 180`)).toEqual([
    '2017-03 180 1 0 2017-09-27',
    '2017-03 365 1 1 2018-03-31',
  ])
  expect(await cohorts(spells, `outcome = 'stable'`)).toEqual([])
})

test('work lasts with the spells that directly follow, both days included', async () => {
  const spells = [
    { started_on: '2017-04-01', ended_on: '2017-04-29' },
    { started_on: '2017-04-30', ended_on: '2017-06-29' },
  ]
  expect(await cohorts(spells, `outcome = 'stable'`)).toEqual([
    '2017-03 30 1 1 2017-10-26',
    '2017-03 90 1 1 2017-12-25',
    '2017-03 180 1 0 2018-03-25',
    '2017-03 365 1 0 2018-09-26',
  ])
})

test('every training of the month counts, of those begun without work', async () => {
  const rows = [
    training,
    { ...training, person: 'b', record_number: 'T2', ended_on: '2017-03-31' },
    { ...training, person: 'b', record_number: 'T3', ended_on: '2017-04-01' },
  ]
  const spells = [{ person: 'a', started_on: '2017-03-01' }]
  expect(await cohorts(spells, `outcome = 'trained'`, rows)).toEqual([
    '2017-03 0 1 0 2017-03-31',
    '2017-04 0 1 0 2017-04-30',
  ])
})
