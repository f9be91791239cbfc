import type { ProgressRow } from '../api.ts'

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
}

/** Every bullet shows 120 % of its target, so that all targets stand under each other. */
const SHOWN = 1.2

function fullWidth(row: ProgressRow): number {
  if (row.target !== null && row.target > 0) return row.target * SHOWN
  return Math.max(row.actual ?? 0, row.expected ?? 0, Number.EPSILON) * SHOWN
}

export function bulletModel(row: ProgressRow): BulletModel {
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
  }
}
