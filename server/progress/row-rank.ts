import { comparesYears, type Indicator } from './plan.ts'
import { countInterval, rankIntervals, shareInterval, type Interval } from './rank-interval.ts'
import type { ProgressRow } from './row.ts'

/** From `best` to `worst` of `of` regions, those of one region (`among`) at one level. */
export type RowRank = { best: number; worst: number; of: number; among: string }

/**
 * Gives one indicator's rows their rank by completion (actual ÷ target), as the places that chance
 * leaves open: a county with 2 of 12 is not the worst of its province merely for being small. Null
 * without a completion and where no count lies behind it: money, milestones, what is set against last
 * year, what should be low.
 */
export function withRanks(
  rows: ProgressRow[],
  indicator: Indicator,
  amongOf: (row: ProgressRow) => string,
): ProgressRow[] {
  const groups = new Map<string, [ProgressRow, Interval][]>()
  for (const row of rows) {
    const interval = completionInterval(row, indicator)
    if (interval === null) continue
    const among = amongOf(row)
    const group = groups.get(among) ?? []
    groups.set(among, group)
    group.push([row, interval])
  }
  for (const [among, group] of groups) {
    const places = rankIntervals(group.map(([, interval]) => interval))
    group.forEach(([row], at) => {
      const place = places[at]
      if (place === undefined) return
      const { best, worst } = place
      row.rank = { best, worst, of: group.length, among }
    })
  }
  return rows
}

/** Between what the completion may lie; Example: 3 of a target of 10 → 0.06 to 0.88. */
function completionInterval(row: ProgressRow, indicator: Indicator): Interval | null {
  const { completion, numerator, denominator, target } = row
  if (completion === null || numerator === null || target === null || target <= 0) return null
  if (indicator.kind === 'milestone' || indicator.unit === 'yuan') return null
  if (comparesYears(indicator) || numerator < 0) return null
  if (denominator !== null && (denominator <= 0 || numerator > denominator)) return null
  const { low, high } =
    denominator === null ? countInterval(numerator) : shareInterval(numerator, denominator)
  return { low: low / target, high: high / target }
}
