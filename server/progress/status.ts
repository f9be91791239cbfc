import type { Day } from './day.ts'
import { statusByRule, type Standing } from './judgement.ts'
import type { StatusRule } from './plan.ts'

export type Status = 'met' | 'on_pace' | 'watch' | 'behind' | 'overdue' | 'no_data'

/** Why a value is missing; `no_permission` and `suppressed` never come from the core. */
export type Reason = 'not_applicable' | 'no_data' | 'no_permission' | 'suppressed'

export type Judged = {
  reason: Reason | null
  actual: number | null
  target: number | null
  expected: number | null
  direction: 'up' | 'down'
  asOf: Day
  deadline: Day | null
  /** The value on the deadline itself, where 逾期 is judged by that one (coverage). */
  atDeadline: number | null
  /** For rules that measure from the start: its value, and the years since and to the deadline. */
  start?: number
  years?: Standing['years']
}

/**
 * The status, in this order: 无数据 no_data; 已完成 met (actual ≥ target, exact, never by rounding);
 * 逾期 overdue (after the deadline's day); then by the plan's rule, by pace: 正常 on_pace (≥ 1), 关注
 * watch (0.9 to < 1), 滞后 behind. Null where the indicator does not apply or has no target. For `down`: met where
 * actual ≤ target, else behind. Null also where nothing is expected yet, so that there is no pace.
 */
export function statusOf(judged: Judged, rule: StatusRule): Status | null {
  const { reason, actual, target, direction } = judged
  if (reason === 'no_data') return 'no_data'
  if (reason !== null || actual === null || target === null) return null
  if (direction === 'down') return actual <= target ? 'met' : 'behind'
  if (actual >= target) return 'met'
  return isOverdue(judged, target) ? 'overdue' : statusByPace(judged, actual, target, rule)
}

function isOverdue({ asOf, deadline, atDeadline }: Judged, target: number): boolean {
  if (deadline === null || asOf <= deadline) return false
  return atDeadline === null || atDeadline < target
}

function statusByPace(judged: Judged, actual: number, target: number, rule: StatusRule) {
  const { expected, start = 0, years = null } = judged
  if (expected === null || expected <= 0) return null
  return statusByRule({ actual, expected, target, start, years }, rule)
}
