import { isRatio } from './case.ts'
import type { Indicator } from './plan.ts'
import type { ProgressRow } from './row.ts'

/**
 * Gives one indicator's rows their part of the sum of those they stand among that have a figure, as a
 * fraction of 1. Null where parts do not make a whole: ratios, a sum that is not above zero, a figure
 * below zero. Example: 30, 10 and one without data → 0.75, 0.25, null.
 */
export function withShares(
  rows: ProgressRow[],
  indicator: Indicator,
  amongOf: (row: ProgressRow) => string,
): ProgressRow[] {
  if (isRatio(indicator)) return rows
  const sums = new Map<string, number>()
  for (const row of rows)
    sums.set(amongOf(row), (sums.get(amongOf(row)) ?? 0) + Math.max(row.actual ?? 0, 0))
  for (const row of rows) {
    const sum = sums.get(amongOf(row)) ?? 0
    if (row.actual !== null && row.actual >= 0 && sum > 0) row.share = row.actual / sum
  }
  return rows
}
