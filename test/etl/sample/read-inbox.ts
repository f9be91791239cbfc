import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { DuckDBConnection } from '@duckdb/node-api'
import { parse } from 'csv-parse/sync'
import { readXlsx } from 'hucre'

interface ReadRow {
  line: number
  values: Map<string, string>
  /** Cells as they stand, where a row has more or fewer than the header. */
  cells: string[]
}

export interface ReadFile {
  path: string
  quarter: string
  unit: string
  extract: string
  rows: ReadRow[]
}

/** Every submission of an inbox, read without the product's own intake. */
export async function* readInbox(
  folder: string,
  database: DuckDBConnection,
  without = new Set<string | undefined>(),
): AsyncGenerator<ReadFile> {
  for (const quarter of readdirSync(folder)
    .filter((name) => /^\d{4}Q\d$/.test(name))
    .sort()) {
    for (const unit of readdirSync(join(folder, quarter)).sort()) {
      for (const name of readdirSync(join(folder, quarter, unit)).sort()) {
        const extract = /^[a-z_]+/.exec(name)?.[0] ?? ''
        const path = `${quarter}/${unit}/${name}`
        if (without.has(path)) continue
        const rows = await readRows(join(folder, path), database)
        yield { path, quarter, unit, extract, rows }
      }
    }
  }
}

async function readRows(path: string, database: DuckDBConnection): Promise<ReadRow[]> {
  if (path.endsWith('.csv')) return readCsv(path)
  if (path.endsWith('.xlsx')) return readWorkbook(path)
  const reader = await database.runAndReadAll(`SELECT COLUMNS(*)::VARCHAR FROM '${path}'`)
  const names = reader.columnNames()
  return reader.getRowsJson().map((cells, at) => {
    const texts = cells.map((cell) => (typeof cell === 'string' ? cell : ''))
    return { line: at + 1, cells: texts, values: byName(names, texts) }
  })
}

function readCsv(path: string): ReadRow[] {
  const bytes = readFileSync(path)
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    text = new TextDecoder('gb18030', { fatal: true }).decode(bytes)
  }
  const lines = parse(text, {
    info: true,
    relax_column_count: true,
    relax_quotes: true,
  }) as unknown as { record: string[]; info: { lines: number } }[]
  const header = lines[0]?.record ?? []
  return lines.slice(1).map(({ record, info }) => {
    const breaks = record.join('').split('\n').length - 1
    return { line: info.lines - breaks, cells: record, values: byName(header, record) }
  })
}

async function readWorkbook(path: string): Promise<ReadRow[]> {
  const workbook = await readXlsx(readFileSync(path))
  const rows = (workbook.sheets[0]?.rows ?? []).map((row) => row.map(cellText))
  const at = rows.findIndex((row) => row.filter((cell) => cell !== '').length > 2)
  const header = rows[at] ?? []
  return rows.slice(at + 1).map((cells, index) => ({
    line: at + 2 + index,
    cells,
    values: byName(header, cells),
  }))
}

function cellText(cell: unknown): string {
  if (cell instanceof Date) return cell.toISOString().slice(0, 10)
  return typeof cell === 'string' || typeof cell === 'number' ? String(cell) : ''
}

function byName(names: readonly string[], cells: readonly string[]): Map<string, string> {
  return new Map(names.map((name, at) => [name, cells[at] ?? '']))
}
