/** Where a region may stand among `of`, best first: from `best` to `worst`, both from 1. */
export type RankInterval = { best: number; worst: number }

/** A value known to lie between two others, such as a completion rate. */
export type Interval = { low: number; high: number }

/** Two-sided 95 %: standard normal. */
const Z = 1.959963984540054

/**
 * Between what the level of a count may lie, 95 % (Byar's approximation of the exact Poisson limits).
 * Example: 3 → 0.60 to 8.77; 0 → 0 to 3.67; 100 → 81.4 to 121.6.
 */
export function countInterval(count: number): Interval {
  const more = count + 1
  const low = 1 - 1 / (9 * count) - Z / (3 * Math.sqrt(count))
  const high = 1 - 1 / (9 * more) + Z / (3 * Math.sqrt(more))
  return { low: count <= 0 ? 0 : Math.max(0, count * low ** 3), high: more * high ** 3 }
}

/**
 * Between what a share may lie, 95 % (Wilson's interval).
 * Example: 8 of 10 → 0.490 to 0.943; 0 of 10 → 0 to 0.278.
 */
export function shareInterval(part: number, of: number): Interval {
  const share = part / of
  const square = Z ** 2 / of
  const middle = (share + square / 2) / (1 + square)
  const half = (Z / (1 + square)) * Math.sqrt((share * (1 - share)) / of + square / (4 * of))
  return { low: Math.max(0, middle - half), high: Math.min(1, middle + half) }
}

/**
 * The places that intervals leave open, the highest first: `best` counts those that lie wholly above,
 * `worst` leaves out those wholly below. In the order given.
 * Example: 0.50 to 0.60, 0.55 to 0.70 and 0.10 to 0.20 → 1–2, 1–2, 3–3.
 */
export function rankIntervals(intervals: Interval[]): RankInterval[] {
  const lows = Float64Array.from(intervals, ({ low }) => low).sort()
  const highs = Float64Array.from(intervals, ({ high }) => high).sort()
  return intervals.map(({ low, high }) => ({
    best: 1 + lows.length - firstAbove(lows, high),
    worst: highs.length - firstAtLeast(highs, low),
  }))
}

function firstAbove(sorted: Float64Array, value: number): number {
  let [from, to] = [0, sorted.length]
  while (from < to) {
    const middle = (from + to) >> 1
    if ((sorted[middle] ?? NaN) > value) to = middle
    else from = middle + 1
  }
  return from
}

function firstAtLeast(sorted: Float64Array, value: number): number {
  let [from, to] = [0, sorted.length]
  while (from < to) {
    const middle = (from + to) >> 1
    if ((sorted[middle] ?? NaN) >= value) to = middle
    else from = middle + 1
  }
  return from
}
