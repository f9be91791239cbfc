import { expect, test } from 'vitest'

import { lines, marts, type Row } from './staged.ts'

const units = ['110000', '210000', '230000', '420000', '440000', '650000', '660000']
const organ: Row = {
  credit_code: 'X',
  employer_class: '省级党政机关',
  region_code: '440000',
  placed_heads: 1,
}

/** The fixture has seven province-level units: four are at least half. */
function filedBy(count: number, year: number, month: string): Row[] {
  return units.slice(0, count).map((unit, index) => ({
    ...organ,
    unit,
    region_code: unit,
    year,
    credit_code: `Y${String(year)}${unit}`,
    employer_class: '其他',
    filed_on: `${String(year)}-${month}-0${String(index + 1)}`,
  }))
}

async function shown(levy_filing: Row[], columns: string, table = 'lead_employer') {
  return lines(
    await marts({ levy_filing }),
    `select ${columns}, from_day, to_day from marts.${table}
    where indicator = 'B1' order by from_day, to_day`,
  )
}

test('the latest year that half of the units have filed, by the days of filing', async () => {
  const rows = [...filedBy(4, 2016, '04'), ...filedBy(3, 2017, '04'), ...filedBy(5, 2018, '05')]
  expect(await shown(rows, 'year', 'basis_year')).toEqual([
    'null 1900-01-01 2016-04-03',
    '2016 2016-04-04 2018-05-03',
    '2018 2018-05-04 9999-12-31',
  ])
})

test('a later year filed earlier holds; the federation is no unit', async () => {
  const rows = [
    ...filedBy(4, 2017, '04'),
    ...filedBy(4, 2016, '05').map((row) => ({ ...row, filed_on: '2017-06-01' })),
    ...filedBy(3, 2018, '04'),
    { ...organ, unit: '000000', year: 2018, filed_on: '2018-04-01' },
  ]
  expect(await shown(rows, 'year', 'basis_year')).toEqual([
    'null 1900-01-01 2017-04-03',
    '2017 2017-04-04 9999-12-31',
  ])
})

test('an organ is due from its filing, while its year stands, and leads with one head or more', async () => {
  const rows = [
    ...filedBy(4, 2016, '04'),
    ...filedBy(5, 2017, '04'),
    { ...organ, year: 2016, filed_on: '2016-08-01' },
    { ...organ, year: 2016, credit_code: 'Z', placed_heads: 0, filed_on: '2016-03-01' },
    { ...organ, year: 2017, filed_on: '2018-02-01', placed_heads: 3 },
    { ...organ, year: 2017, credit_code: 'Z', filed_on: '2018-02-01' },
    { ...organ, year: 2017, credit_code: 'Z', is_void: true, filed_on: null },
  ]
  expect(await shown(rows, 'year, credit_code, places_somebody')).toEqual([
    '2016 Z false 2016-04-03 2017-04-03',
    '2016 X true 2016-08-01 2017-04-03',
    '2017 X true 2018-02-01 9999-12-31',
  ])
})

test('a province without a filing of the year is left out, whoever filed for its organs', async () => {
  const rows = [
    ...filedBy(4, 2016, '04'),
    { ...organ, unit: '110000', year: 2016, filed_on: '2016-05-01' },
  ]
  expect(await shown(rows, 'province_code')).toEqual([])
})
