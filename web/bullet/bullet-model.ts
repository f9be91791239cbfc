import type { Indicator, ProgressRow } from '../api.ts'

/**
 * Where things stand in a bullet, in percent of its width; geometry only, no measure.
 * What is expected by now is left out where it is the target itself.
 */
export interface BulletModel {
  actual: number | null
  expected: number | null
  target: number | null
  low: number | null
  mid: number | null
  high: number | null
  /** The actual lies beyond the drawn range: the bar is cut with a break mark. */
  broken: boolean
  /** So does the upper end of the forecast's interval. */
  open: boolean
  /** Where one counted thing ends and the next begins, where they are few enough to be seen. */
  steps: number[]
}

/** Every bullet shows 120 % of its target, so that all targets stand under each other. */
const SHOWN = 1.2

/** More things than this cannot be told apart in a row. */
const STEPS_SEEN = 40

function fullWidth(row: ProgressRow): number {
  if (row.target !== null && row.target > 0) return row.target * SHOWN
  return Math.max(row.actual ?? 0, row.expected ?? 0, Number.EPSILON) * SHOWN
}

/** Milestones and stocks are things one can count: 21 of 32 is drawn as 32 places. */
function countOf(row: ProgressRow, kind: Indicator['kind'] | undefined): number {
  if (kind === 'milestone') return row.denominator ?? 0
  return kind === 'stock' ? (row.target ?? 0) : 0
}

function stepsOf(row: ProgressRow, kind: Indicator['kind'] | undefined): number[] {
  const count = countOf(row, kind)
  if (count < 2 || count > STEPS_SEEN || !Number.isInteger(count)) return []
  return Array.from({ length: count - 1 }, (_, step) => ((step + 1) / count / SHOWN) * 100)
}

export function bulletModel(row: ProgressRow, kind?: Indicator['kind']): BulletModel {
  const full = fullWidth(row)
  const at = (value: number | null | undefined) =>
    value === null || value === undefined ? null : Math.min(Math.max((value / full) * 100, 0), 100)
  return {
    actual: at(row.actual),
    expected: row.expected === row.target ? null : at(row.expected),
    target: at(row.target),
    low: at(row.forecast?.low),
    mid: at(row.forecast?.mid),
    high: at(row.forecast?.high),
    broken: row.actual !== null && row.actual > full,
    open: row.forecast !== null && row.forecast.high > full,
    steps: stepsOf(row, kind),
  }
}
