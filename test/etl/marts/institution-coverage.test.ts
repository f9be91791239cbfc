import { expect, test } from 'vitest'

import { lines, marts, type Row } from './staged.ts'

async function coverage(where: string, institution: Row[], units = ['440000']): Promise<string[]> {
  const numbered = institution.map((row, index) => ({ institution_code: String(index), ...row }))
  return lines(
    await marts({ institution: numbered, file: units.map((unit) => ({ unit })) }),
    `select indicator, unit_code, leaf_code, covered, from_day, to_day
    from marts.institution_coverage where plan = 'first' and ${where} order by all`,
  )
}

test('covered from the founding day to the day before the closing day', async () => {
  const institution = [{ founded_on: '2016-03-01', closed_on: '2017-01-01' }]
  expect(await coverage("unit_code = '440103'", institution)).toEqual([
    'B3 440103 440103 false 1900-01-01 2016-02-29',
    'B3 440103 440103 false 2017-01-01 9999-12-31',
    'B3 440103 440103 true 2016-03-01 2016-12-31',
  ])
})

test('institutions that follow one another cover without a gap, other kinds not at all', async () => {
  const institution = [
    { founded_on: '2016-03-01', closed_on: '2017-01-01' },
    { founded_on: '2017-01-01', closed_on: '2018-01-01' },
    { founded_on: '2016-05-01', closed_on: '2016-06-01' },
    { founded_on: '2015-01-01', institution_kind: '就业服务机构' },
    { founded_on: '2015-01-01', closed_on: '2015-01-01' },
  ]
  expect(await coverage("unit_code = '440103' and covered", institution)).toEqual([
    'B3 440103 440103 true 2016-03-01 2017-12-31',
  ])
})

test('the units due are frozen after the deadline: a district made later is not due', async () => {
  const due = await coverage("unit_code = '230717'", [], ['230000'])
  expect(due).toEqual([])
})

test('a district dissolved after the deadline stays due where its code lands, covered by old records', async () => {
  const institution = [
    { unit: '230000', region_code: '230702', founded_on: '2018-06-01', closed_on: '2019-03-01' },
  ]
  expect(await coverage("unit_code = '230702'", institution, ['230000'])).toEqual([
    'B3 230702 230702 false 1900-01-01 2018-05-31',
    'B3 230702 230702 true 2018-06-01 2018-12-31',
    'B3 230702 230717 false 2019-03-01 9999-12-31',
    'B3 230702 230717 true 2019-01-01 2019-02-28',
  ])
})

test('after the deadline a record under the later code covers what became of that code', async () => {
  const institution = [{ unit: '230000', region_code: '230717', founded_on: '2016-06-01' }]
  expect(await coverage("unit_code like '2307%'", institution, ['230000'])).toEqual([
    'B3 230702 230702 false 1900-01-01 2018-12-31',
    'B3 230702 230717 true 2019-01-01 9999-12-31',
    'B3 230703 230703 false 1900-01-01 2018-12-31',
    'B3 230703 230717 true 2019-01-01 9999-12-31',
  ])
})

test('a record under the code of one of two merged districts covers that one alone', async () => {
  const institution = [{ unit: '230000', region_code: '230703', founded_on: '2016-06-01' }]
  expect(await coverage("unit_code like '2307%' and covered", institution, ['230000'])).toEqual([
    'B3 230703 230703 true 2016-06-01 2018-12-31',
    'B3 230703 230717 true 2019-01-01 9999-12-31',
  ])
})

test('a county that becomes a district before the deadlines leaves B4 and enters B3', async () => {
  const institution = [{ region_code: '440184', founded_on: '2016-01-01' }]
  expect(await coverage("unit_code in ('440184', '440117')", institution)).toEqual([
    'B3 440117 440117 true 2016-07-01 9999-12-31',
    'B4 440184 440184 false 1900-01-01 2015-12-31',
    'B4 440184 440184 true 2016-01-01 2016-06-30',
  ])
})

test('the cities 659xxx are due in 660000, a prefecture without counties nowhere', async () => {
  const institution = [{ unit: '650000', region_code: '659001', founded_on: '2016-01-01' }]
  expect(await coverage("unit_code = '659001'", institution, ['660000'])).toHaveLength(2)
  expect(await coverage("unit_code = '659001'", institution, ['650000'])).toEqual([])
  expect(await coverage("unit_code = '441900'", [])).toEqual([])
})

test('a province without an accepted institution file is not there', async () => {
  const connection = await marts({
    file: [
      { unit: '440000', fate: 'refused' },
      { unit: '420000', extract: 'training' },
    ],
  })
  expect(await lines(connection, 'from marts.institution_coverage')).toEqual([])
})

test('the states of a unit partition the days on which it is due', async () => {
  const institution = [
    { founded_on: '2016-03-01', closed_on: '2017-01-01' },
    { founded_on: '2016-07-01', region_code: '440117' },
    { founded_on: '2018-02-02', closed_on: '2018-02-03', region_code: '230702', unit: '230000' },
  ]
  const connection = await marts({
    institution: institution.map((row, index) => ({ institution_code: String(index), ...row })),
    file: [{ unit: '440000' }, { unit: '230000' }],
  })
  const uneven = `
    select c.indicator, c.unit_code, c.days, d.days
    from (
      select indicator, unit_code, sum(to_day - from_day + 1) as days
      from marts.institution_coverage group by all
    ) c
    join (
      select indicator, unit_code, sum(to_day - from_day + 1) as days
      from standing.unit_due group by all
    ) d using (indicator, unit_code)
    where c.days <> d.days`
  expect(await lines(connection, uneven)).toEqual([])
})
