import { readFile } from 'node:fs/promises'
import { DuckDBInstance } from '@duckdb/node-api'
import { CsvError, parse } from 'csv-parse/sync'
import { readXlsx } from 'hucre/xlsx'

/** One row as it stands in a file: its first physical line, its cells as text. */
export type GridRow = { line: number; cells: (string | null)[] }
/** `exact`: rows must have as many cells as the header; `unended`: no line end after the last row. */
export type Grid = { rows: GridRow[]; exact: boolean; unended: boolean }

export class RefusedFile extends Error {}

function decoded(bytes: Uint8Array): string {
  const marks: [string, number[]][] = [
    ['utf-16le', [0xff, 0xfe]],
    ['utf-16be', [0xfe, 0xff]],
  ]
  const marked = marks.find(([, mark]) => mark.every((byte, place) => bytes[place] === byte))
  for (const encoding of marked ? [marked[0]] : ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes)
    } catch {
      continue
    }
  }
  throw new RefusedFile('encoding')
}

type CsvRecord = { record: string[]; info: { lines: number } }

function csvRecords(text: string): CsvRecord[] {
  try {
    return parse(text, {
      info: true,
      relax_column_count: true,
      skip_empty_lines: false,
    }) as unknown as CsvRecord[]
  } catch (error) {
    if (error instanceof CsvError) throw new RefusedFile(error.code, { cause: error })
    throw error
  }
}

function csvGrid(bytes: Uint8Array): Grid[] {
  const text = decoded(bytes)
  const rows: GridRow[] = []
  let next = 1
  for (const { record, info } of csvRecords(text)) {
    rows.push({ line: next, cells: record })
    next = info.lines + 1
  }
  return [{ rows, exact: true, unended: !/[\r\n]$/.test(text) }]
}

function cellText(value: string | number | boolean | Date | null): string | null {
  if (value instanceof Date) return value.toISOString().replace('T', ' ').slice(0, 19)
  return value === null ? null : String(value)
}

async function workbookGrids(bytes: Uint8Array): Promise<Grid[]> {
  const workbook = await readXlsx(bytes, {
    sheets: (sheet) => !sheet.hidden && !sheet.veryHidden,
    readStyles: true,
  })
  return workbook.sheets.map((sheet) => ({
    exact: false,
    unended: false,
    rows: sheet.rows.map((cells, index) => ({ line: index + 1, cells: cells.map(cellText) })),
  }))
}

async function parquetGrid(path: string): Promise<Grid[]> {
  const instance = await DuckDBInstance.create(':memory:')
  const connection = await instance.connect()
  try {
    const table = await connection.runAndReadAll(
      `SELECT COLUMNS(*)::VARCHAR FROM read_parquet('${path.replaceAll("'", "''")}')`,
    )
    const rows = [table.columnNames(), ...(table.getRows() as (string | null)[][])]
    const lines = rows.map((cells, index) => ({ line: index, cells }))
    return [{ exact: false, unended: false, rows: lines }]
  } finally {
    connection.closeSync()
    instance.closeSync()
  }
}

/** A file's sheets (a CSV or a Parquet file has one); refused files throw `RefusedFile`. */
export async function gridsOf(path: string): Promise<Grid[]> {
  const form = path.slice(path.lastIndexOf('.') + 1).toLowerCase()
  if (form === 'parquet') return parquetGrid(path)
  const bytes = await readFile(path)
  return form === 'csv' ? csvGrid(bytes) : workbookGrids(bytes)
}
