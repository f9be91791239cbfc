import { writeCsv } from 'hucre/csv'
import { safeCell, type Sheet } from './sheet.ts'

/** The table alone as UTF-8 with a byte order mark, then an empty line and what must be known to quote it. */
export function csvOf({ title, columns, rows, facts }: Sheet): string {
  const table = [columns.map(({ name }) => name), ...rows]
  const about = [[title], ...facts]
  const lines = [...table, [], ...about].map((line) => line.map(safeCell))
  return writeCsv(lines, { bom: true })
}
