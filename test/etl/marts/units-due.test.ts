import { expect, test } from 'vitest'

import { buildMarts } from '../../../etl/marts.ts'
import { dataDir } from '../staged-inbox.ts'
import { lines, stage } from './staged.ts'

const provinces =
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 66'

test('the units due are those there were on the deadlines, in the real tables', async () => {
  const file = provinces.split(' ').map((code) => ({ unit: `${code}0000`, extract: 'institution' }))
  const connection = await stage({ file })
  await buildMarts(connection, { asOf: '2020-12-31', dataDir })
  const due = (indicator: string, day: string) =>
    lines(
      connection,
      `select count(*) from marts.institution_coverage
      where indicator = '${indicator}' and date '${day}' between from_day and to_day`,
    )
  expect(await due('B3', '2017-12-31')).toEqual(['962'])
  expect(await due('B3', '2020-12-31')).toEqual(['962'])
  expect(await due('B4', '2020-12-31')).toEqual(['1871'])
  expect(await due('B4', '2022-12-31')).toEqual(['1871'])
  const districts = `select count(*) from marts.region_unit where kind = '市辖区'
    and date '2020-12-31' between valid_from and coalesce(valid_to, date '9999-12-31')`
  expect(await lines(connection, districts)).toEqual(['973'])
})
