import { writeXlsx, type CellValue } from 'hucre'

import { literal } from '../../../etl/database.ts'
import type { Column, Layout } from '../../../etl/layouts.ts'
import { encodeGb18030 } from '../../../etl/sample/files/gb18030.ts'
import { parquetOf } from '../parquet-of.ts'

const people = [
  { number: '11010519491231002X43', sex: '女', born: '1949-12-31' },
  { number: '44052418800101001421B1', sex: '男', born: '1880-01-01' },
]

/** What stands in a column of this type, in the row `at`. */
const cells: Record<Column['type'], (at: number, column: Column) => string> = {
  text: (at) => `犇甲${at}`,
  date: (at) => `2018-0${at + 1}-2${at}`,
  yes_no: (at) => ['是', '否'][at % 2] ?? '',
  region: (at) => ['440103', '440104'][at % 2] ?? '',
  certificate: (at) => people[at % 2]?.number ?? '',
  credit_code: () => '91350100M000100Y43',
  year: (at) => String(2016 + at),
  year_or_whole: (at) => ['全期', '2018'][at % 2] ?? '',
  quarter: (at) => String(at + 1),
  integer: (at) => String(at + 3),
  decimal: (at) => `${at + 1}.5`,
  code: (at, { values }) => values[at % values.length] ?? '',
}

/** Where the columns of a row hang together. */
const together: Record<string, (at: number) => string> = {
  sex: (at) => people[at % 2]?.sex ?? '',
  birth_date: (at) => people[at % 2]?.born ?? '',
  trainee_number: () => '',
  placed_heads: () => '1',
  record_state: () => '有效',
}

/** Two rows of an extract in which every column that may be is filled. */
export function wholeRows(layout: Layout): string[][] {
  const cell = (column: Column, at: number) =>
    (together[column.name] ?? cells[column.type])(at, column)
  return [0, 1].map((at) => layout.columns.map((column) => cell(column, at)))
}

interface Form {
  /** What comes behind the extract's name. */
  ending: string
  bytes: (layout: Layout, rows: string[][]) => Promise<Uint8Array> | Uint8Array
}

const text = ({ columns }: Layout, rows: string[][]) =>
  [columns.map(({ zh }) => zh), ...rows].map((row) => `${row.join(',')}\n`).join('')
const wide = (of: Layout, rows: string[][]) => Buffer.from(`\ufeff${text(of, rows)}`, 'utf16le')

export const forms: Record<string, Form> = {
  'UTF-8': { ending: '-1.csv', bytes: (of, rows) => Buffer.from(text(of, rows)) },
  'UTF-8 with a mark': {
    ending: '-2.csv',
    bytes: (of, rows) => Buffer.from(`\ufeff${text(of, rows)}`),
  },
  GB18030: { ending: '-3.csv', bytes: (of, rows) => encodeGb18030(text(of, rows)) },
  'UTF-16LE': { ending: '-4.csv', bytes: wide },
  'UTF-16BE': { ending: '-5.csv', bytes: (of, rows) => wide(of, rows).swap16() },
  XLSX: { ending: '-6.xlsx', bytes: workbook },
  Parquet: { ending: '-7.parquet', bytes: parquet },
}

/** With a title, and days and numbers as a spreadsheet has them. */
function workbook({ name, columns }: Layout, rows: string[][]): Promise<Uint8Array> {
  const typed = rows.map((row) => row.map((cell, at) => valueOf(columns[at]?.type ?? 'text', cell)))
  return writeXlsx({
    sheets: [{ name, rows: [[name], [], columns.map(({ zh }) => zh), ...typed] }],
  })
}

function valueOf(type: Column['type'], cell: string): CellValue {
  if (type === 'date') return new Date(`${cell}T00:00:00Z`)
  return ['integer', 'decimal', 'year', 'region'].includes(type) ? Number(cell) : cell
}

const types: Partial<Record<Column['type'], string>> = {
  date: 'date',
  yes_no: 'boolean',
  integer: 'bigint',
  decimal: 'double',
  year: 'smallint',
}

/** With days, numbers and truth values as what they are. */
function parquet({ columns }: Layout, rows: string[][]): Promise<Uint8Array> {
  const selects = rows.map((row) => {
    const cells = columns.map(({ zh, type }, at) => `${asTyped(type, row[at] ?? '')} as "${zh}"`)
    return `select ${cells.join(', ')}`
  })
  return parquetOf(selects.join(' union all '))
}

function asTyped(type: Column['type'], cell: string): string {
  const known = type === 'yes_no' ? String(cell === '是') : cell
  return `cast(${literal(known)} as ${types[type] ?? 'varchar'})`
}
