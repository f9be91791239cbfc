import type { ProgressRow } from '../api.ts'

export interface RankedRow {
  row: ProgressRow
  /** Position by completion (by the value itself where no unit has a target); null if unknown. */
  rank: number | null
}

export type SortColumn = 'rank' | 'name' | 'completion' | 'actual' | 'target' | 'days'

export interface Sort {
  column: SortColumn
  descending: boolean
}

function rankedBy(rows: ProgressRow[]): (row: ProgressRow) => number | null {
  const targets = rows.some((row) => row.completion !== null)
  return targets ? (row) => row.completion : (row) => row.actual
}

/** Best first; equal values share a rank; units without a value stand last, without one. */
export function rankRows(rows: ProgressRow[]): RankedRow[] {
  const by = rankedBy(rows)
  const known = rows
    .filter((row) => by(row) !== null)
    .sort((a, b) => (by(b) ?? 0) - (by(a) ?? 0) || a.region.localeCompare(b.region))
  const ranked = known.map((row) => ({
    row,
    rank: known.findIndex((other) => by(other) === by(row)) + 1,
  }))
  const unknown = rows.filter((row) => by(row) === null)
  return [...ranked, ...unknown.map((row) => ({ row, rank: null }))]
}

const VALUE: Record<Exclude<SortColumn, 'name'>, (ranked: RankedRow) => number | null> = {
  rank: ({ rank }) => rank,
  completion: ({ row }) => row.completion,
  actual: ({ row }) => row.actual,
  target: ({ row }) => row.target,
  days: ({ row }) => row.days,
}

/** Rows in the order asked for; what is missing stays last in both directions. */
export function sortRows(rows: RankedRow[], sort: Sort): RankedRow[] {
  const sign = sort.descending ? -1 : 1
  if (sort.column === 'name') {
    return rows.toSorted((a, b) => sign * a.row.region.localeCompare(b.row.region))
  }
  const value = VALUE[sort.column]
  return rows.toSorted((a, b) => {
    const [left, right] = [value(a), value(b)]
    if (left === null || right === null) return Number(left === null) - Number(right === null)
    return sign * (left - right)
  })
}
