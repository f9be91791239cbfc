import { expect, test } from 'vitest'

import { withStaged, lines } from '../staged-inbox.ts'

const refused = 'quarantined'

/** Of one column: cells as they come, and what each becomes. */
type Cells = [cell: string, value: string][]

const integers: Cells = [
  ['12', '12'],
  ['0', '0'],
  ['1,234', '1234'],
  ['1，234', '1234'],
  ['１２', '12'],
  [' 12 ', '12'],
  ['　12　', '12'],
  ['-', '∅'],
  ['/', '∅'],
  ['无', '∅'],
  ['－', '∅'],
  ['', '∅'],
  ['-1', refused],
  ['1.2万', refused],
  ['12.5', refused],
  ['1,23', refused],
  ['1_000', refused],
  ['1e3', refused],
  ['12人', refused],
  ['99999999999', refused],
  ['—', refused],
]

const decimals: Cells = [
  ['1234.56', '1234.5600'],
  ['1,234.56', '1234.5600'],
  ['-1,234.56', '-1234.5600'],
  ['１２.５', '12.5000'],
  ['0.65', '0.6500'],
  ['1234.', refused],
  ['.5', refused],
  ['65%', refused],
  ['65％', refused],
  ['1.2万', refused],
  ['￥100', refused],
  ['', refused],
]

const dates: Cells = [
  ['2018-06-30', '2018-06-30'],
  ['20180630', '2018-06-30'],
  ['2018/6/30', '2018-06-30'],
  ['2018/06/30', '2018-06-30'],
  ['2018年6月30日', '2018-06-30'],
  ['2018-6-3', '2018-06-03'],
  ['2018-06-30 00:00:00', '2018-06-30'],
  ['２０１８－０６－３０', '2018-06-30'],
  ['2016-02-29', '2016-02-29'],
  ['2018-02-29', refused],
  ['2018-13-01', refused],
  ['45567', refused],
  ['2018-06-30 08:00:00', refused],
  ['2018.06.30', refused],
  ['2018-06', refused],
  ['30/06/2018', refused],
  ['2018-06/30', refused],
  ['0018-06-30', refused],
  ['2018- 6-30', refused],
  ['2018-06-3 ', '2018-06-03'],
  ['+018-06-30', refused],
  ['年年年年-06-30', refused],
  ['20-8-03-02', refused],
  ['2018-06-3/', refused],
  ['2018-06-3x', refused],
]

const quarters: Cells = [
  ['1', '1'],
  ['Q4', '4'],
  ['第三季度', '3'],
  ['５', refused],
  ['三季度', refused],
]

const years: Cells = [
  ['2018', '2018'],
  ['２０１８', '2018'],
  ['全期', '∅'],
  ['2018年', refused],
  ['18', refused],
  ['', refused],
]

const yesNo: Cells = [
  ['是', 'true'],
  ['否', 'false'],
  ['1', 'true'],
  ['0', 'false'],
  ['Y', 'true'],
  ['N', 'false'],
  ['TRUE', 'true'],
  ['FALSE', 'false'],
  ['', '∅'],
  ['有', refused],
  ['2', refused],
]

const regions: Cells = [
  ['440000', '440000'],
  ['４４０１０３', '440103'],
  ['441900', '441900'],
  ['110228', '110228'],
  ['000000', refused],
  ['999999', refused],
  ['4401', refused],
  ['440103.0', refused],
]

const creditCodes: Cells = [
  ['91350100M000100Y43', '91350100M000100Y43'],
  ['91350100M000100Y44', refused],
  ['91350100M000100Y4', refused],
  ['91350100I000100Y43', refused],
]

const texts: Cells = [
  ['0012', '0012'],
  ['00440300123456789012', '00440300123456789012'],
  ['123456789012345678', '123456789012345678'],
  ['１２Ａ', '12A'],
  [' A 7 ', 'A 7'],
  ['1.23457E+17', refused],
  ['1.23456789012345E+17', refused],
  ['-', refused],
  ['\ufffd12', refused],
]

const certificates: Cells = [
  ['11010519491231002X43', 'read'],
  ['11010519491231002x43', 'read'],
  ['１１０１０５１９４９１２３１００２Ｘ４３', 'read'],
  ['11010519491231002X43B1', 'read'],
  ['11010519491231002X', refused],
  ['110105491231002', refused],
  ['11010519491231000000', refused],
  ['1.10105194912310E+19', refused],
  ['011010519491231002X43', refused],
  ['11010519491231002143', refused],
  ['', refused],
]

/** Each cell in a row of its own, in an extract that is otherwise in order. */
const columns: Record<string, { cells: Cells; file: string; value: string; row: string[] }> = {
  integer: {
    cells: integers,
    file: 'institution',
    value: 'capacity',
    row: [
      '机构代码,机构名称,机构类别,所在地区划代码,成立日期,容量',
      'I#,甲,创业孵化基地,440103,2016-01-01,@',
    ],
  },
  date: {
    cells: dates,
    file: 'institution',
    value: 'founded_on',
    row: ['机构代码,机构名称,机构类别,所在地区划代码,成立日期', 'I#,甲,创业孵化基地,440103,@'],
  },
  region: {
    cells: regions,
    file: 'institution',
    value: 'region_code',
    row: ['机构代码,机构名称,机构类别,所在地区划代码,成立日期', 'I#,甲,创业孵化基地,@,2016-01-01'],
  },
  decimal: {
    cells: decimals,
    file: 'levy_ledger',
    value: 'amount',
    row: ['记录编号,年度,季度,地区划代码,收支类别,金额', 'L#,2017,1,440000,征收收入,@'],
  },
  quarter: {
    cells: quarters,
    file: 'levy_ledger',
    value: 'quarter_of_year',
    row: ['记录编号,年度,季度,地区划代码,收支类别,金额', 'L#,2017,@,440000,征收收入,1'],
  },
  year_or_whole: {
    cells: years,
    file: 'target',
    value: 'year',
    row: ['计划代码,指标代码,地区划代码,年度,目标值', 'p#,A1,440000,@,100'],
  },
  yes_no: {
    cells: yesNo,
    file: 'employment',
    value: 'social_insurance',
    row: [
      '记录编号,残疾人证号,就业形式,城乡,就业地区划代码,开始日期,社会保险',
      'E#,11010519491231002X43,灵活就业,城镇,440103,2016-05-01,@',
    ],
  },
  text: {
    cells: texts,
    file: 'institution',
    value: 'institution_code',
    row: [
      '机构代码,机构名称,机构类别,所在地区划代码,成立日期',
      '@,甲,创业孵化基地,440103,2016-01-01',
    ],
  },
  certificate: {
    cells: certificates,
    file: 'service',
    value: `if(person_id is null, null, 'read')`,
    row: ['记录编号,残疾人证号,服务类别,服务日期', 'S#,@,职业介绍,2018-01-05'],
  },
  credit_code: {
    cells: creditCodes,
    file: 'employment',
    value: 'credit_code',
    row: [
      '记录编号,残疾人证号,就业形式,城乡,就业地区划代码,开始日期,单位统一社会信用代码',
      'E#,11010519491231002X43,灵活就业,城镇,440103,2016-05-01,@',
    ],
  },
}

test.each(Object.entries(columns))('%s', async (_, { cells, file, value, row }) => {
  const [header = '', pattern = ''] = row
  const rows = cells.map(([cell], index) =>
    pattern
      .replace('#', String(index))
      .replace('@', () => (cell.includes(',') ? `"${cell}"` : cell)),
  )
  const text = [header, ...rows, ''].join('\n')
  const found = await withStaged({ [`2018Q2/440000/${file}.csv`]: text }, (connection) =>
    lines(
      connection,
      `select line, cast(${value} as varchar) from staging.${file}
      union all select distinct line, '${refused}' from staging.quarantine order by line`,
    ),
  )
  expect(found).toEqual(cells.map(([, expected], index) => `${index + 2} | ${expected}`))
})

test('these are 60 cells or more', () => {
  expect(Object.values(columns).flatMap(({ cells }) => cells).length).toBeGreaterThan(60)
})
