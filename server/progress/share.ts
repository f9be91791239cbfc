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
  const counted: { row: ProgressRow; actual: number; among: string }[] = []
  for (const row of rows) {
    const { actual } = row
    if (actual === null || actual < 0) continue
    const among = amongOf(row)
    counted.push({ row, actual, among })
    sums.set(among, (sums.get(among) ?? 0) + actual)
  }
  for (const { row, actual, among } of counted) {
    const sum = sums.get(among) ?? 0
    if (sum > 0) row.share = actual / sum
  }
  return rows
}
