import { isSmall, keyOf, SMALL, suppress } from '../../cube/suppression.ts'

export { SMALL }

/** A count of persons to be shown without a sign-in; null where nothing is known. */
export type Cell = { code: string; count: number | null }

/**
 * Which counts beside a published total must be hidden: those of 1 to 4, and others until what is hidden
 * can no longer be got by subtraction. Somebody who knows the total, the shown counts and that a hidden
 * one is at least 1 finds each hidden count only within `SMALL` values or more.
 */
export function hiddenCells(cells: Cell[]): Set<string> {
  const held = cells.filter(
    (cell): cell is { code: string; count: number } => (cell.count ?? 0) > 0,
  )
  if (!held.some(({ count }) => isSmall(count))) return new Set()
  return suppress({ cells: held.map(({ code, count }) => ({ at: [code], count })), least: 1 })
}

/** Whether the total may stand beside cells of which these are hidden: not where all are and they are few. */
export function totalIsSafe(cells: Cell[], hidden: Set<string>): boolean {
  if (hidden.size === 0) return true
  const counts = cells.flatMap(({ code, count }) =>
    hidden.has(keyOf([code])) && count !== null ? [count] : [],
  )
  const spare = counts.reduce((total, count) => total + count - 1, 0)
  return counts.length >= 2 && spare >= SMALL - 1
}
