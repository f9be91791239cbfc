import type { ProgressRow } from './row.ts'

/** A place among so many, 1 being best, with the places that chance leaves open. */
export type Rank = { rank: number; low: number; high: number; of: number }

type Placed = { value: number; low: number; high: number }

/** The normal quantile of a 95 % interval. */
const Z = 1.96

/**
 * The region's place among the rows of one indicator: by completion, or by the value where none has a
 * target; equal values share a place. The interval counts as ahead only whoever's own 95 % interval
 * lies wholly ahead (Wilson for a share, Poisson for a count); it is conservative. Null where the
 * region has no value, and of milestones, which are only reached or not.
 */
export function rankAmong(rows: ProgressRow[], region: string, isDown: boolean): Rank | null {
  const sign = isDown ? -1 : 1
  const byCompletion = !isDown && rows.some(({ completion }) => completion !== null)
  const placed = new Map<string, Placed>()
  for (const row of rows) {
    const found = place(row, byCompletion, sign)
    if (found !== null) placed.set(row.region, found)
  }
  const own = placed.get(region)
  if (own === undefined) return null
  const all = [...placed.values()]
  const ahead = (test: (other: Placed) => boolean) => all.filter(test).length
  return {
    rank: 1 + ahead(({ value }) => value > own.value),
    low: 1 + ahead(({ low }) => low > own.high),
    high: all.length - ahead(({ high }) => high < own.low),
    of: all.length,
  }
}

function place(row: ProgressRow, byCompletion: boolean, sign: number): Placed | null {
  const { actual, completion, comparable } = row
  const value = byCompletion ? completion : (comparable ?? actual)
  if (value === null) return null
  const factor = byCompletion && actual !== null && actual !== 0 ? value / actual : 1
  const [low, high] = spread(row).map((bound) => (bound === null ? value : bound * factor))
  const ends = [sign * (low ?? value), sign * (high ?? value)].sort((a, b) => a - b)
  return { value: sign * value, low: ends[0] ?? value, high: ends[1] ?? value }
}

/** The 95 % interval of the actual; nulls where it is neither a share nor a count. */
function spread({ numerator, denominator, actual }: ProgressRow): [number | null, number | null] {
  if (numerator !== null && denominator !== null && denominator > 0 && numerator <= denominator)
    return wilson(numerator, denominator)
  if (denominator !== null || actual === null || !Number.isInteger(actual)) return [null, null]
  const half = Z * Math.sqrt(actual)
  return [Math.max(0, actual - half), actual + half]
}

function wilson(count: number, of: number): [number, number] {
  const share = count / of
  const scale = 1 + (Z * Z) / of
  const middle = (share + (Z * Z) / (2 * of)) / scale
  const half = (Z / scale) * Math.sqrt((share * (1 - share)) / of + (Z * Z) / (4 * of * of))
  return [middle - half, middle + half]
}
