import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'

import { strFromU8, unzipSync } from 'fflate'
import { readXlsx, type Workbook } from 'hucre'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { asText } from '../../../etl/quarantine/mend-list.ts'
import { runEtl } from '../../../etl/run.ts'
import { key, temporaryFolder, writeFiles } from '../staged-inbox.ts'

const root = join(import.meta.dirname, '..', '..', '..')
const header = '残疾人证号,姓名,性别,出生日期,户籍地区划代码,户口性质,登记日期,更新日期\n'
const person = '11010519491231002X43,某某,女,1949-12-31,440103'
const files = {
  '2018Q2/440000/registration.csv':
    `${header}${person},城镇,2016-01-01,2016-01-01\n` +
    `${person.replace('X43', '143')},城镇,2016-01-01,2016-01-01\n` +
    `${person.replace('X43', 'X42')},"=cmd|' /C calc'!A0",2016-01-01,三月\n`,
  '2018Q2/440000/training.csv': '记录编号,培训类别\nT1,x\n',
  '2018Q1/440000/registration.csv': `${header}${person},城镇,昨天,2016-01-01\n`,
  '2018Q2/110000/registration.csv': `${header}${person},城镇,昨天,2016-01-01\n`,
  '2018Q2/660000/registration.csv': header,
}

let folder = ''

beforeAll(async () => {
  folder = temporaryFolder()
  writeFiles(join(folder, 'inbox'), files)
  const [inbox, warehouse] = [join(folder, 'inbox'), join(folder, 'warehouse')]
  await runEtl({ inbox, warehouse, pseudonymKey: key })
})

afterAll(() => rmSync(folder, { recursive: true }))

function etl(...words: string[]) {
  const options = ['--import', 'tsx', 'etl/main.ts', ...words]
  options.push('--warehouse', join(folder, 'warehouse'))
  return spawnSync(process.execPath, options, { cwd: root, encoding: 'utf8' })
}

async function listFor(unit: string): Promise<{ book: Workbook; bytes: Buffer; said: string }> {
  const to = join(folder, `${unit}.xlsx`)
  const { stdout, stderr } = etl('quarantine', '--unit', unit, '--quarter', '2018Q2', '--to', to)
  if (!existsSync(to)) throw new Error(stderr)
  const bytes = readFileSync(to)
  return { book: await readXlsx(bytes), bytes, said: stdout }
}

test('a unit gets its own faults of the quarter, in its own column names', async () => {
  const { book, said } = await listFor('440000')
  expect(book.sheets[0]?.rows).toEqual([
    ['440000 2018Q2 待修改记录', null, null, null, null],
    ['文件', '行号', '列名', '不符合的规则', '原值'],
    [
      'registration.csv',
      3,
      '残疾人证号',
      '残疾人证号的校验码（第 18 位）不符',
      '******************43',
    ],
    ['registration.csv', 4, '户口性质', '应为 城镇、农村 之一', "'=cmd|' /C calc'!A0"],
    ['registration.csv', 4, '更新日期', expect.stringContaining('应为日期'), '三月'],
    ['training.csv', '', '', expect.stringContaining('整个文件被拒收'), ''],
  ])
  expect(said).toContain('有 4 处需要修改')
})

test('the workbook can be read by everybody', async () => {
  const { book, bytes } = await listFor('440000')
  expect(book.sheets.map(({ name }) => name)).toEqual(['待修改', '说明'])
  for (const { rows, merges, tables, columns } of book.sheets) {
    expect(typeof rows[0]?.[0]).toBe('string')
    expect(merges ?? []).toEqual([])
    expect(tables?.[0]?.columns.map(({ name }) => name)).toEqual(rows[1])
    expect(tables?.[0]?.range).toMatch(new RegExp(`^A2:[A-E]${rows.length}$`))
    expect(rows.slice(1).every((row) => row.some((cell) => cell !== null && cell !== ''))).toBe(
      true,
    )
    expect(columns?.every(({ width = 0 }) => width >= 8)).toBe(true)
  }
  const sheets = Object.entries(unzipSync(bytes)).filter(([name]) => name.includes('worksheets/'))
  expect(sheets.filter(([, xml]) => /<f[ >]/.test(strFromU8(xml)))).toEqual([])
})

test('a unit without faults gets a list that says so', async () => {
  const { book } = await listFor('660000')
  expect(book.sheets[0]?.rows[2]?.[0]).toBe('没有需要修改的记录')
})

test.each([
  [['quarantine', '--unit', '440000', '--quarter', '2018Q2'], 'Name the unit'],
  [
    ['quarantine', '--unit', '120000', '--quarter', '2018Q2', '--to', 'x.xlsx'],
    'has no file of 120000',
  ],
  [['quarantine', '--unit', '440000', '--quarter', '2018Q2', '--to', 'x.csv'], 'ends in .xlsx'],
  [['quarantined'], 'is no command'],
])('%j says what to correct', (words, message) => {
  const { status, stderr } = etl(...words)
  expect(status).toBe(1)
  expect(stderr).toContain(message)
})

test.each(['=1+1', '+1+1', '-1+1', '@SUM(A1)', '\t=1', '\r=1', '\0=1', '＝1', '＋1', '－1', '＠a'])(
  '%j cannot run as a formula',
  (text) => expect(asText(text)).toBe(`'${text}`),
)

test.each(['-3', '-1,200.50', '-', '2018-06-30', '', '**43'])('%j stays as it is', (text) =>
  expect(asText(text)).toBe(text),
)
