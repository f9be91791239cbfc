import type { MissingBounds } from './bounds.ts'
import type { StatusRule } from './plan.ts'
import type { Status } from './status.ts'

/** 数据滞后 (the missing reports could explain it) or 工作滞后 (they could not). */
export type Lateness = 'data_late' | 'work_late'

/**
 * Why a region is behind. Asked only of status behind or overdue and of what should be high:
 * data_late if, with the missing units as in their past (`bounds.high`), it would no longer be so:
 * high ≥ expected × the plan's watch threshold, after the deadline high ≥ target; else work_late,
 * so also where every unit has reported.
 * Example: expected 500, threshold 0.9, actual 400: high 460 → data_late, high 440 → work_late.
 */
export function latenessOf(
  status: Status | null,
  direction: 'up' | 'down',
  bounds: MissingBounds | null,
  against: { target: number | null; expected: number | null; rule: StatusRule },
): Lateness | null {
  if (direction === 'down' || (status !== 'behind' && status !== 'overdue')) return null
  const { target, expected, rule } = against
  const needed = status === 'overdue' ? target : expected === null ? null : expected * rule.watch
  const isExplained = bounds !== null && needed !== null && bounds.high >= needed
  return isExplained ? 'data_late' : 'work_late'
}
