import { cleaned } from './cells.ts'
import type { ExtractColumns } from './extract-columns.ts'
import { type Grid, type GridRow, gridsOf, RefusedFile } from './grid.ts'

/** A row by column name; `broken` says what kept its cells from being read. */
export type TableRow = {
  line: number
  cells: Record<string, string | null>
  broken: string | null
}

const totals = ['合计', '总计', '小计']

function holdsAllRequired(headers: (string | null)[], wanted: ExtractColumns): boolean {
  const required = wanted.columns.filter((column) => column.required)
  const either = wanted.columns.filter((column) => wanted.one_of.includes(column.name))
  return (
    required.every((column) => headers.includes(column.zh)) &&
    (either.length === 0 || either.some((column) => headers.includes(column.zh)))
  )
}

function headerRow(grid: Grid, wanted: ExtractColumns): GridRow | undefined {
  return grid.rows.slice(0, 10).find((row) => holdsAllRequired(row.cells.map(cleaned), wanted))
}

function refuseTwice(headers: (string | null)[], wanted: ExtractColumns): void {
  for (const column of wanted.columns) {
    const times = headers.filter((header) => header === column.zh).length
    if (column.required && times > 1) throw new RefusedFile(`${column.zh} twice`)
  }
}

function brokenForm(row: GridRow, grid: Grid, width: number): string | null {
  const first = row.cells.map(cleaned).find((cell) => cell !== null)
  if (first && totals.includes(first)) return 'totals row'
  return grid.exact && row.cells.length !== width ? 'cells' : null
}

function tableOf(grid: Grid, header: GridRow, wanted: ExtractColumns): TableRow[] {
  const headers = header.cells.map(cleaned)
  refuseTwice(headers, wanted)
  const last = grid.rows.at(-1)
  if (grid.unended && last && last.cells.length < headers.length) throw new RefusedFile('truncated')
  const places = wanted.columns.map((column) => ({
    name: column.name,
    place: headers.indexOf(column.zh),
  }))
  return grid.rows
    .slice(grid.rows.indexOf(header) + 1)
    .filter((row) => row.cells.some((cell) => cleaned(cell) !== null))
    .map((row) => ({
      line: row.line,
      broken: brokenForm(row, grid, headers.length),
      cells: Object.fromEntries(places.map(({ name, place }) => [name, cleaned(row.cells[place])])),
    }))
}

/** The rows of the first sheet that has a header; throws `RefusedFile` where none has. */
export async function tableIn(path: string, wanted: ExtractColumns): Promise<TableRow[]> {
  for (const grid of await gridsOf(path)) {
    const header = headerRow(grid, wanted)
    if (header) return tableOf(grid, header, wanted)
  }
  throw new RefusedFile('no header')
}
