import type { ProgressRow } from './row.ts'
import type { Status } from './status.ts'

export type StatusCounts = Record<Status | 'none', number>

/** How many rows have each status; `none` are those without one. */
export function statusCounts(rows: ProgressRow[]): StatusCounts {
  const counts: StatusCounts = {
    met: 0,
    on_pace: 0,
    watch: 0,
    behind: 0,
    overdue: 0,
    no_data: 0,
    none: 0,
  }
  for (const { status } of rows) counts[status ?? 'none'] += 1
  return counts
}

/** The same for each indicator: of the level below a region, the counts beside its own status. */
export function statusCountsOf(rows: ProgressRow[]): Record<string, StatusCounts> {
  const byIndicator = new Map<string, ProgressRow[]>()
  for (const row of rows) {
    const others = byIndicator.get(row.indicator) ?? []
    byIndicator.set(row.indicator, others)
    others.push(row)
  }
  return Object.fromEntries([...byIndicator].map(([code, its]) => [code, statusCounts(its)]))
}
