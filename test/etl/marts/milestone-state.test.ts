import { expect, test } from 'vitest'

import { lines, marts, type Row } from './staged.ts'

const first: Row = { milestone: 'M1', region_code: '440000', completed_on: '2017-03-01' }
const yearly: Row = { ...first, milestone: 'M6' }

async function done(milestone: Row[]): Promise<string[]> {
  return lines(
    await marts({ milestone }),
    `select indicator, province_code, from_day, to_day
    from marts.milestone_state where is_done order by all`,
  )
}

test('every province-level unit is due on every day, also one that never reported', async () => {
  const due = await lines(
    await marts({}),
    `select indicator, count(*), count(distinct leaf_code) from marts.milestone_state
    where is_due and from_day = '1900-01-01' and to_day = '9999-12-31' group by all order by all`,
  )
  expect(due).toEqual(['M1 7 7', 'M6 7 7'])
  expect(await done([])).toEqual([])
})

test('done for good from the earliest day of any row, also before the plan and replaced since', async () => {
  expect(await done([first, { ...first, year: 2015, completed_on: '2015-06-30' }])).toEqual([
    'M1 440000 2015-06-30 9999-12-31',
  ])
  expect(await done([first, { ...first, completed_on: '2018-01-01' }])).toEqual([
    'M1 440000 2017-03-01 9999-12-31',
  ])
})

test('what a prefecture has done, its province has not', async () => {
  expect(await done([{ ...first, region_code: '440100' }])).toEqual([])
  const corps = { ...first, unit: '660000' }
  expect(await done([corps, { ...corps, region_code: '659001' }])).toEqual([
    'M1 660000 2017-03-01 9999-12-31',
  ])
})

test('a yearly one is done in the year of a row that stands, from its day', async () => {
  const rows = [
    { ...yearly, year: 2016, completed_on: '2016-05-01' },
    { ...yearly, year: 2017, completed_on: '2016-12-01' },
    { ...yearly, year: 2018, completed_on: '2019-01-15' },
    { ...yearly, year: 2019, completed_on: '2019-02-01' },
    { ...yearly, year: 2019, completed_on: '2019-03-01' },
    { ...yearly, completed_on: '2020-03-01' },
  ]
  expect(await done(rows)).toEqual([
    'M6 440000 2016-05-01 2016-12-31',
    'M6 440000 2017-01-01 2017-12-31',
    'M6 440000 2019-03-01 2019-12-31',
  ])
})
