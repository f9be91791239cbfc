/** A count of persons to be shown without a sign-in; null where nothing is known. */
export type Cell = { code: string; count: number | null }

export const SMALL = 5

/**
 * Which counts beside a published total must be hidden: those of 1 to 4, and the smallest of the others
 * until what is hidden can no longer be got by subtraction. Somebody who knows the total, the shown
 * counts and that a hidden one is at least 1 finds each hidden count only within `SMALL` values or more.
 */
export function hiddenCells(cells: Cell[]): Set<string> {
  const held = cells.filter(
    (cell): cell is { code: string; count: number } => (cell.count ?? 0) > 0,
  )
  const rising = [...held].sort((a, b) => a.count - b.count || (a.code < b.code ? -1 : 1))
  const hidden = rising.filter(({ count }) => count < SMALL)
  if (hidden.length === 0) return new Set()
  for (const cell of rising.slice(hidden.length)) {
    if (isSafe(hidden)) break
    hidden.push(cell)
  }
  return new Set(hidden.map(({ code }) => code))
}

/** Whether every hidden count may lie anywhere between 1 and at least `SMALL`. */
function isSafe(hidden: { count: number }[]): boolean {
  const sum = hidden.reduce((total, { count }) => total + count, 0)
  return hidden.length >= 2 && sum - (hidden.length - 1) >= SMALL
}

/** Whether the total may stand beside cells of which these are hidden: not where all are and they are few. */
export function totalIsSafe(cells: Cell[], hidden: Set<string>): boolean {
  if (hidden.size === 0) return true
  return isSafe(
    cells.flatMap(({ code, count }) => (hidden.has(code) && count !== null ? [{ count }] : [])),
  )
}
