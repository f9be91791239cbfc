import { walkCells, type Cell } from '../submissions/calendar-walk.ts'

/** How many rows a page key goes on by. */
const PAGE = 15

/** Where a key leads in the matrix: as in any table of cells, and by pages, to the first and last row. */
export function walkMatrix(
  from: Cell,
  { key, ctrlKey }: { key: string; ctrlKey: boolean },
  rows: number,
  columns: number,
): Cell | null {
  const last = rows - 1
  if (key === 'PageDown') return { ...from, row: Math.min(from.row + PAGE, last) }
  if (key === 'PageUp') return { ...from, row: Math.max(from.row - PAGE, 0) }
  if (ctrlKey && key === 'Home') return { row: 0, column: 0 }
  if (ctrlKey && key === 'End') return { row: last, column: columns - 1 }
  return walkCells(from, key, rows, columns)
}
