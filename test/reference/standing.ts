import type { Accepted } from './inbox.ts'
import { compareSubmitted } from './order.ts'

function isLater(one: Accepted, other: Accepted): boolean {
  return (compareSubmitted(one, other) || (one.file > other.file ? 1 : -1)) > 0
}

/** The latest accepted row of each unit and key, retractions included. */
export function latestByKey(rows: Accepted[]): Map<string, Accepted> {
  const latest = new Map<string, Accepted>()
  for (const row of rows) {
    const name = `${row.unit}|${row.key}`
    const before = latest.get(name)
    if (!before || isLater(row, before)) latest.set(name, row)
  }
  return latest
}

export function standing(rows: Accepted[]): Accepted[] {
  return [...latestByKey(rows).values()].filter((row) => !row.isVoid)
}
