import { expect, test } from 'vitest'

import { lines, marts, type Row } from './staged.ts'

const registration = [{ person: 'a' }]

async function shown(population: Row[], units = ['440000']): Promise<string[]> {
  const file = units.map((unit) => ({ unit, extract: 'registration' }))
  const rows = population.map((row) => ({ unit: '000000', ...row }))
  return lines(
    await marts({ file, registration, population: rows }),
    `select leaf_code, registered, holders, from_day, to_day from marts.register_entry order by all`,
  )
}

test('the population of the latest year stands until that of a later one', async () => {
  const population = [
    { region_code: '440103', year: 2015, working_age_holders: 10 },
    { region_code: '440103', year: 2017, working_age_holders: 30 },
  ]
  expect(await shown(population)).toEqual([
    '440103 0 10 2015-01-01 2016-12-31',
    '440103 0 30 2017-01-01 9999-12-31',
    '440103 1 0 2015-01-01 2039-12-31',
  ])
})

test('one year stands for all regions, also where only others have it', async () => {
  const population = [
    { region_code: '440103', year: 2015, working_age_holders: 10 },
    { region_code: '441900', year: 2017, working_age_holders: 30 },
  ]
  expect(await shown(population)).toEqual([
    '440103 0 10 2015-01-01 2016-12-31',
    '440103 1 0 2015-01-01 2039-12-31',
    '441900-self 0 30 2017-01-01 9999-12-31',
  ])
})

test('a number under an old code lands in its successor, that of the corps in its 本级', async () => {
  const population = [
    { region_code: '440184', year: 2015, working_age_holders: 5 },
    { region_code: '660000', year: 2015, working_age_holders: 7 },
    { region_code: '420102', year: 2015, working_age_holders: 9 },
  ]
  const found = await shown(population, ['440000', '660000'])
  expect(found.filter((line) => line.includes(' 0 '))).toEqual([
    '440103 1 0 2015-01-01 2039-12-31',
    '440117 0 5 2016-07-01 9999-12-31',
    '440184 0 5 2015-01-01 2016-06-30',
    '660000-self 0 7 2015-01-01 9999-12-31',
  ])
})

test('the year in force is told for every day, none before the first', async () => {
  const population = [{ unit: '000000', region_code: '440103', year: 2016, working_age_holders: 1 }]
  const years = `select year, from_day, to_day from marts.basis_year
    where indicator = 'C2' order by from_day`
  expect(await lines(await marts({ population }), years)).toEqual([
    'null 1900-01-01 2015-12-31',
    '2016 2016-01-01 9999-12-31',
  ])
  expect(await lines(await marts({}), years)).toEqual(['null 1900-01-01 9999-12-31'])
})
