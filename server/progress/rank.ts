import { countInterval, rankIntervals, shareInterval, type Interval } from './rank-interval.ts'
import type { ProgressRow } from './row.ts'

/** A place among so many, 1 being best, with the places that chance leaves open. */
export type Rank = { rank: number; low: number; high: number; of: number }

type Placed = Interval & { region: string; value: number }

/**
 * The region's place among the rows of one indicator: by completion, or by the value where none has a
 * target; equal values share a place. The interval counts as ahead only whoever's own 95 % interval
 * lies wholly ahead (a share's or a count's); it is conservative. Null where the region has no value,
 * and of milestones, which are only reached or not.
 */
export function rankAmong(rows: ProgressRow[], region: string, isDown: boolean): Rank | null {
  const sign = isDown ? -1 : 1
  const byCompletion = !isDown && rows.some(({ completion }) => completion !== null)
  const placed = rows.flatMap((row) => place(row, byCompletion, sign) ?? [])
  const at = placed.findIndex((one) => one.region === region)
  const own = placed[at]
  const open = rankIntervals(placed)[at]
  if (own === undefined || open === undefined) return null
  const rank = 1 + placed.filter(({ value }) => value > own.value).length
  return { rank, low: open.best, high: open.worst, of: placed.length }
}

function place(row: ProgressRow, byCompletion: boolean, sign: number): Placed | null {
  const { region, actual, completion, comparable } = row
  const value = byCompletion ? completion : (comparable ?? actual)
  if (value === null) return null
  const factor = byCompletion && actual !== null && actual !== 0 ? value / actual : 1
  const spread = spreadOf(row)
  const ends = spread === null ? [value] : [spread.low * factor, spread.high * factor]
  const signed = ends.map((end) => sign * end)
  return { region, value: sign * value, low: Math.min(...signed), high: Math.max(...signed) }
}

/** The 95 % interval of the actual; null where it is neither a share nor a count. */
function spreadOf({ numerator, denominator, actual }: ProgressRow): Interval | null {
  if (numerator !== null && denominator !== null && denominator > 0 && numerator <= denominator)
    return shareInterval(numerator, denominator)
  if (denominator !== null || actual === null || actual < 0 || !Number.isInteger(actual))
    return null
  return countInterval(actual)
}
