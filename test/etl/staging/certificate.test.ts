import { createHmac } from 'node:crypto'

import { expect, test } from 'vitest'

import { key, lines, withStaged } from '../staged-inbox.ts'

const header = '残疾人证号,姓名,性别,出生日期,户籍地区划代码,户口性质,登记日期,更新日期\n'
const woman = '女,1949-12-31,110105,城镇,2016-01-01,2016-01-01\n'

async function rulesFor(...rows: string[]): Promise<string[]> {
  const files = { '2018Q2/110000/registration.csv': header + rows.join('') }
  return withStaged(files, (connection) =>
    lines(connection, 'select line, column_name, rule, value from staging.quarantine order by all'),
  )
}

test('numbers that are in order', async () => {
  const numbers = [
    '11010519491231002X43',
    '11010519491231002x11B1',
    '１１０１０５１９４９１２３１００２Ｘ22',
  ]
  const rows = numbers.map((number) => `${number},某某,${woman}`)
  expect(await rulesFor(...rows)).toEqual([])
})

const broken: [number: string, rule: string][] = [
  ['11010519491231002X', '应为 20 位'],
  ['11010519491231002X4', '应为 20 位'],
  ['11010519491231002X43B', '应为 20 位'],
  ['1.10105E+19', '长数字'],
  ['11010519491231002X83', '类别位应为 1 至 7'],
  ['11010519491231002X45', '等级位应为 1 至 4'],
  ['11010519491331002X43', '出生日期不存在'],
  ['11010519491231002143', '校验码'],
  ['军123456', '应为 20 位'],
]

test('numbers that are quarantined, each with what is wrong with it and masked', async () => {
  const told = await rulesFor(...broken.map(([number]) => `${number},某某,${woman}`))
  const found = told.filter((line) => line.includes('| 残疾人证号 |'))
  expect(found).toHaveLength(broken.length)
  for (const [at, [number, rule]] of broken.entries()) {
    expect(found[at]).toContain(rule)
    expect(found[at]).toContain(`*${number.slice(-2)}`)
    expect(found[at]).not.toContain(number)
  }
})

test('birth date and sex are those of the number', async () => {
  const found = await rulesFor(
    '11010519491231002X43,某某,男,1949-12-30,110105,城镇,2016-01-01,2015-12-31\n',
  )
  expect(found).toEqual([
    '2 | 出生日期 | 出生日期与残疾人证号中的不一致 | 1949-12-30',
    '2 | 性别 | 性别与残疾人证号第 17 位不一致 | 男',
    '2 | 更新日期 | 更新日期早于登记日期 | 2015-12-31',
  ])
})

function pseudonym(message: string): string {
  return createHmac('sha256', key).update(message).digest('hex').slice(0, 32)
}

test('a pseudonym is the first 128 bits of the HMAC that Node makes, and keys its records', async () => {
  const files = {
    '2018Q2/110000/registration.csv': `${header}11010519491231002X43B1,某某,${woman}`,
  }
  const found = await withStaged(files, (connection) =>
    lines(
      connection,
      `select replace(person_id::varchar, '-', ''), card,
        disability_type, disability_grade
      from staging.registration`,
    ),
  )
  const person = pseudonym('11010519491231002X')
  expect(found).toEqual([`${person} | 43B1 | 4 | 3`])
})

test('a soldier is one person whatever the grade, and weighs two from grade 1 to 3', async () => {
  const row = (number: string) => `2017,91350100M000100Y43,${number},350100,2017-01-01\n`
  const files = {
    '2018Q2/350000/placement.csv':
      '年度,单位统一社会信用代码,残疾人证号,所在地区划代码,合同开始日期\n' +
      ['军字第001号', '军字第001号-3', '军字第002号-4', '11010519491231002X42'].map(row).join(''),
  }
  const found = await withStaged(files, (connection) =>
    lines(
      connection,
      `select dense_rank() over (order by person_id), is_military, weight, disability_grade
      from staging.placement order by line`,
    ),
  )
  expect(found.map((line) => line.slice(line.indexOf('|')))).toEqual([
    '| true | 1 | ∅',
    '| true | 2 | ∅',
    '| true | 1 | ∅',
    '| false | 2 | 2',
  ])
  expect(found[0]?.[0]).toBe(found[1]?.[0])
})
