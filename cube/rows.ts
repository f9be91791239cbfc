export type MetricsRow = Record<string, string | number | boolean | null>

export type Cell = string | number | boolean | null

/** An answer by column: full member name → its values. */
export type Columns = Map<string, Cell[]>

export function rowsIn(columns: Columns): number {
  const [first = []] = columns.values()
  return first.length
}

/** One object a row; all rows have their members in the same order. */
export function toRows(columns: Columns): MetricsRow[] {
  const [first = []] = columns.values()
  const members = [...columns]
  return first.map((_, at) => {
    const row: MetricsRow = {}
    for (const [member, cells] of members) row[member] = cells[at] ?? null
    return row
  })
}
