import { expect, test } from 'vitest'

import { lines, marts, type Row } from './staged.ts'

const units = ['110000', '210000', '440000']
const regions: Record<string, string> = { 110000: '110101', 210000: '210102', 440000: '440103' }

function placement(unit: string, more: Row = {}): Row {
  const own = { unit, region_code: regions[unit] ?? '', contract_started_on: '2018-01-01' }
  return { person: 'a', year: 2018, credit_code: `C${unit}`, ...own, ...more }
}

async function pairs(placements: Row[], day: string) {
  const connection = await marts({
    registration: [{ person: 'a' }, { person: 'b' }],
    placement: placements,
    file: units.map((unit) => ({ unit, extract: 'placement' })),
  })
  return lines(
    connection,
    `select province_code, other_province_code, sum(placements), sum(persons)
    from marts.duplicate_pair where date '${day}' between from_day and to_day group by all order by all`,
  )
}

test('two provinces: rows are gross, persons net', async () => {
  const rows = [
    placement('440000'),
    placement('110000'),
    placement('110000', { credit_code: 'D' }),
    placement('110000', { person: 'b' }),
  ]
  expect(await pairs(rows, '2018-06-30')).toEqual(['110000 440000 3 1'])
})

test('from the day on which both have one', async () => {
  const rows = [placement('440000'), placement('110000', { contract_started_on: '2018-03-02' })]
  expect(await pairs(rows, '2018-03-01')).toEqual([])
  expect(await pairs(rows, '2018-03-02')).toEqual(['110000 440000 2 1'])
})

test('three provinces are three pairs', async () => {
  expect(
    await pairs(
      units.map((unit) => placement(unit)),
      '2018-06-30',
    ),
  ).toEqual(['110000 210000 2 1', '110000 440000 2 1', '210000 440000 2 1'])
})
