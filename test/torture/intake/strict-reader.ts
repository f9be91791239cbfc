import { cleaned } from '../../reference/cells.ts'
import type { ExtractColumns } from '../../reference/extract-columns.ts'
import { BrokenRule, type Surroundings, type Values, valuesOf } from '../../reference/validation.ts'
import { strictRows, type StrictRow } from './strict-csv.ts'

/** The rows that a file must not have more of than these, by line; none where it is to be refused. */
export function strictlyRead(
  bytes: Uint8Array,
  wanted: ExtractColumns,
  around: Surroundings,
): Map<number, Values> {
  for (const text of readings(bytes)) {
    const rows = strictRows(text)
    const header = rows?.slice(0, 10).find((row) => isHeader(row, wanted))
    if (rows && header)
      return soundRows(rows.slice(rows.indexOf(header) + 1), header, wanted, around)
  }
  return new Map()
}

/** The texts that the bytes may be, the likeliest first. */
function readings(bytes: Uint8Array): string[] {
  return ['utf-8', 'gb18030', 'utf-16le', 'utf-16be'].flatMap((encoding) => {
    try {
      return [new TextDecoder(encoding, { fatal: true }).decode(bytes)]
    } catch {
      return []
    }
  })
}

function titlesOf({ cells }: StrictRow): string[] {
  return cells.map((cell) => cell.normalize('NFKC').replaceAll(/[\s\p{C}]/gu, ''))
}

function isHeader(row: StrictRow, wanted: ExtractColumns): boolean {
  const titles = titlesOf(row)
  const required = wanted.columns.filter((column) => column.required)
  const either = wanted.columns.filter((column) => wanted.one_of.includes(column.name))
  return (
    required.every(({ zh }) => titles.includes(zh)) &&
    (either.length === 0 || either.some(({ zh }) => titles.includes(zh)))
  )
}

function soundRows(
  rows: StrictRow[],
  header: StrictRow,
  wanted: ExtractColumns,
  around: Surroundings,
): Map<number, Values> {
  const titles = titlesOf(header)
  const sound = new Map<number, Values>()
  for (const row of rows) {
    if (row.broken || row.cells.length !== titles.length) continue
    const cells = row.cells.map((cell) => cleaned(cell.replaceAll(/[\p{Cc}\u00a0\ufeff]/gu, ' ')))
    const named = wanted.columns.map(({ name, zh }) => [name, cells[titles.indexOf(zh)] ?? null])
    try {
      const cellsByName = Object.fromEntries(named) as Record<string, string | null>
      sound.set(
        row.line,
        valuesOf({ line: row.line, cells: cellsByName, broken: null }, wanted, around),
      )
    } catch (error) {
      if (!(error instanceof BrokenRule)) throw error
    }
  }
  return sound
}
