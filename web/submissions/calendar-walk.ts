export interface Cell {
  row: number
  column: number
}

/** Where a key leads from a cell of a table with so many rows and columns; null for other keys. */
export function walkCells(from: Cell, key: string, rows: number, columns: number): Cell | null {
  const { row, column } = from
  const to: Record<string, Cell> = {
    ArrowLeft: { row, column: Math.max(column - 1, 0) },
    ArrowRight: { row, column: Math.min(column + 1, columns - 1) },
    ArrowUp: { row: Math.max(row - 1, 0), column },
    ArrowDown: { row: Math.min(row + 1, rows - 1), column },
    Home: { row, column: 0 },
    End: { row, column: columns - 1 },
  }
  return to[key] ?? null
}

/** The years of the quarters in order, each with how many of its quarters there are. */
export function yearSpans(quarters: string[]): { year: string; count: number }[] {
  const years = quarters.map((quarter) => quarter.slice(0, 4))
  return [...new Set(years)].map((year) => ({
    year,
    count: years.filter((other) => other === year).length,
  }))
}
