import { expect, test } from 'vitest'

import { lines, withStaged } from '../staged-inbox.ts'

const header = '地区划代码,年度,持证残疾人数,就业年龄段持证残疾人数\n'

async function kept(rows: string[]): Promise<string[]> {
  const content = header + rows.map((row) => `${row},10,5\n`).join('')
  const files = { '2021Q4/000000/population.csv': content }
  return withStaged(files, (connection) =>
    lines(connection, "select region_code || ' ' || year from staging.population order by all"),
  )
}

test('holders are given for counties, prefectures without counties and 660000', async () => {
  const rows = ['110101,2018', '441900,2018', '660000,2018', '440100,2018', '440000,2018']
  expect(await kept([...rows, '650000,2018', '659001,2018'])).toEqual([
    '110101 2018',
    '441900 2018',
    '659001 2018',
    '660000 2018',
  ])
})

test('a prefecture is asked what it had in the year, one that is gone what it had at its end', async () => {
  expect(await kept(['460300,2018', '460300,2021'])).toEqual(['460300 2018'])
  expect(await kept(['542400,2021', '371200,2021', '540600,2016'])).toEqual([])
  expect(await kept(['542200,2018', '652100,2018'])).toEqual([])
})
