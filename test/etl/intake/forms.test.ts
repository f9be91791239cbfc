import { zipSync, strToU8 } from 'fflate'
import { writeXlsx, type CellValue, type WriteSheet } from 'hucre'
import { expect, test } from 'vitest'

import { parquetOf } from '../parquet-of.ts'
import { lines, outcome, withStaged } from '../staged-inbox.ts'

const path = '2018Q2/440000/institution.xlsx'
const header = ['机构代码', '机构名称', '机构类别', '所在地区划代码', '成立日期', '容量']
const row: CellValue[] = ['I1', '甲', '创业孵化基地', 440103, new Date(Date.UTC(2016, 0, 31)), 20]

function workbook(...sheets: WriteSheet[]): Promise<Uint8Array> {
  return writeXlsx({ sheets })
}

const merged = [{ startRow: 0, startCol: 0, endRow: 0, endCol: 5 }]

test('a workbook with a merged title, a date cell and numbers', async () => {
  const bytes = await workbook({ name: '机构', rows: [['机构表'], header, row], merges: merged })
  const found = await withStaged({ [path]: bytes }, (connection) =>
    lines(
      connection,
      'select line, institution_code, region_code, founded_on, capacity from staging.institution',
    ),
  )
  expect(found).toEqual(['3 | I1 | 440103 | 2016-01-31 | 20'])
})

test('the first visible sheet that has a header is read, the others are reported', async () => {
  const bytes = await workbook(
    { name: '旧表', rows: [header, row], hidden: true },
    { name: '说明', rows: [['请填写机构表']] },
    { name: '机构', rows: [header, row] },
    { name: '更多', rows: [header, row] },
  )
  const found = await withStaged({ [path]: bytes }, (connection) =>
    lines(connection, 'select note from staging.listed order by note'),
  )
  expect(found).toEqual(['未读取的工作表：更多', '未读取的工作表：说明'])
})

test('a workbook leaves out cells at the end of a row, but has none beyond the header', async () => {
  const bytes = await workbook({
    name: '机构',
    rows: [header, row.slice(0, 5), [null, null], [...row, '多']],
  })
  expect(await outcome({ [path]: bytes })).toEqual([
    `${path} 4 单元格数与表头不符：表头 6 个，本行 7 个`,
    `${path} 1/2`,
  ])
})

test('a serial number is no date, and a number of twenty digits is no certificate', async () => {
  const bytes = await workbook({ name: '机构', rows: [header, [...row.slice(0, 4), 45567]] })
  const [found] = await outcome({ [path]: bytes })
  expect(found).toContain('成立日期 应为日期')
})

test.each<[string, () => Uint8Array]>([
  ['not an archive', () => strToU8('机构代码,机构名称')],
  ['cut off', () => zipSync({ 'xl/workbook.xml': strToU8('<workbook/>') }).subarray(0, 60)],
  ['no workbook', () => zipSync({ 'a.txt': strToU8('a') })],
  ['leaving its archive', () => zipSync({ '../../a.txt': strToU8('a') })],
  ['with macros', () => zipSync({ 'xl/vbaProject.bin': strToU8('a') })],
  [
    'swelling',
    () => zipSync({ 'xl/worksheets/sheet1.xml': [new Uint8Array(64 << 20), { level: 9 }] }),
  ],
  [
    'of too many entries',
    () =>
      zipSync(
        Object.fromEntries(
          Array.from({ length: 2500 }, (_, at) => [`${String(at)}.xml`, strToU8('')]),
        ),
      ),
  ],
])('a workbook that is %s is refused', async (_, make) => {
  const found = await outcome({ [path]: make() })
  expect(found).toHaveLength(1)
  expect(found[0]).toMatch(/XLSX|压缩|宏|XML/)
})

const parquetPath = '2018Q2/440000/institution.parquet'
const columns = `'甲' as 机构名称, '创业孵化基地' as 机构类别, 440103 as 所在地区划代码,
  date '2016-01-31' as 成立日期`

test('Parquet with typed columns; blank and totals rows as elsewhere', async () => {
  const bytes = await parquetOf(`
    select 'I1' as 机构代码, ${columns}, 20.0::double as 容量, 'x' as 备注
    union all select null, null, null, null, null, null, null
    union all select '合计', null, null, null, null, 20, null
    union all select 'I2', ${columns}, 20.5, null`)
  expect(await outcome({ [parquetPath]: bytes })).toEqual([
    `${parquetPath} 3 合计行不是记录`,
    `${parquetPath} 4 容量 应为整数 20.5`,
    `${parquetPath} 1/3`,
  ])
})

test('a Parquet file that is none is refused, and those beside it are read', async () => {
  const bytes = await parquetOf(`select 'I1' as 机构代码, ${columns}`)
  const found = await outcome({
    [parquetPath]: bytes,
    '2018Q2/440000/institution-2.parquet': bytes.subarray(0, 100),
    '2018Q2/440000/institution-3.parquet': await parquetOf(`select 'I1' as 机构代码`),
  })
  expect(found).toEqual([
    '2018Q2/440000/institution-2.parquet: 不是有效的 Parquet 文件，或文件被截断',
    expect.stringContaining('institution-3.parquet: 前 10 行中没有含全部必需列的表头'),
    `${parquetPath} 1/1`,
  ])
})

test('further Parquet columns, nested or named as what DuckDB adds, keep out of the way', async () => {
  const nested = `{'a': 1, 'b': [1]} as 附表, [1, 2] as 序列, map {'k': 2} as 对照`
  const names = `'q' as filename, 'w' as path, 9 as file_id`
  const found = await outcome({
    [parquetPath]: await parquetOf(
      `select ${nested}, 'I1' as 机构代码, ${columns}, ${names} union all
      select null, null, null, '合计', null, null, null, null, null, null, null`,
    ),
    '2018Q2/440000/institution-2.parquet': await parquetOf(
      `select 'I2' as 机构代码, ${columns}, 7 as file_row_number, ${names} union all
      select 'I3', 'x', '温室', 440103, date '2016-01-31', 3, 'q', 'w', 9`,
    ),
  })
  expect(found).toEqual([
    expect.stringMatching(/^2018Q2.440000.institution-2.parquet 2 机构类别 .* 温室$/) as string,
    `${parquetPath} 2 合计行不是记录`,
    '2018Q2/440000/institution-2.parquet 1/2',
    `${parquetPath} 1/2`,
  ])
})
