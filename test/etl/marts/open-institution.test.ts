import { expect, test } from 'vitest'

import { lines, marts, type Row } from './staged.ts'

const units = ['230000', '440000', '660000']
const file = units.map((unit) => ({ unit, extract: 'institution' }))

async function made(rows: Row[], select: string): Promise<string[]> {
  const institution = rows.map((row, index) => ({ institution_code: String(index), ...row }))
  return lines(await marts({ file, institution }), `${select} order by all`)
}

test('open from the founding day to the day before the closing day, whatever the tier', async () => {
  const hospital = { institution_kind: '盲人按摩专科医院', founded_on: '2016-03-01' }
  const rows = [
    { ...hospital, tier: '县', closed_on: '2017-01-01' },
    { ...hospital, region_code: '440184' },
    { ...hospital, closed_on: '2016-03-01' },
    { ...hospital, unit: '420000', region_code: '420102' },
  ]
  const select = `select institution_code, institution_kind, leaf_code, from_day, to_day
    from marts.open_institution`
  expect(await made(rows, select)).toEqual([
    '0 盲人按摩专科医院 440103 2016-03-01 2016-12-31',
    '1 盲人按摩专科医院 440117 2016-07-01 9999-12-31',
    '1 盲人按摩专科医院 440184 2016-03-01 2016-06-30',
  ])
})

const room: Row = { institution_kind: '职业能力评估室', founded_on: '2017-03-01' }
const covered = `select unit_code, leaf_code, from_day, to_day from marts.institution_coverage
  where indicator = 'C6' and covered`

test('C6: a province is covered by a room of 省 or 国家, a prefecture by one of 市', async () => {
  const rows = [
    { ...room, tier: '省', region_code: '440100' },
    { ...room, tier: '市', region_code: '440103', closed_on: '2018-01-01' },
    { ...room, tier: '县', region_code: '441900' },
    { ...room, tier: '国家', unit: '660000', region_code: '440103' },
    { ...room, tier: '市', unit: '660000', region_code: '659001' },
    { ...room, institution_kind: '创业孵化基地', tier: '市', region_code: '441900' },
  ]
  expect(await made(rows, covered)).toEqual([
    '440000 440000-self 2017-03-01 9999-12-31',
    '440100 440100-self 2017-03-01 2017-12-31',
    '660000 660000-self 2017-03-01 9999-12-31',
  ])
})

test('C6: due are the provinces that reported and their prefectures, also after the deadline', async () => {
  const due = `select unit_code, count(*) from marts.institution_coverage
    where indicator = 'C6' and date '2024-01-01' between from_day and to_day group by all`
  expect(await made([], due)).toEqual([
    '230000 1',
    '230700 1',
    '440000 1',
    '440100 1',
    '441900 1',
    '660000 1',
  ])
})
