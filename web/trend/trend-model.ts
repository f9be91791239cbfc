import type { SeriesRow } from '../api.ts'

/** One list a line of the chart, a place a quarter; null is a gap, never 0. */
export interface TrendModel {
  quarters: string[]
  actual: (number | null)[]
  expected: (number | null)[]
  target: (number | null)[]
  low: (number | null)[]
  mid: (number | null)[]
  high: (number | null)[]
}

export function trendModel(rows: SeriesRow[]): TrendModel {
  return {
    quarters: rows.map((row) => row.quarter),
    actual: rows.map((row) => row.actual),
    expected: rows.map((row) => row.expected),
    target: rows.map((row) => row.target),
    low: rows.map((row) => row.forecast?.low ?? null),
    mid: rows.map((row) => row.forecast?.mid ?? null),
    high: rows.map((row) => row.forecast?.high ?? null),
  }
}

export interface Known {
  quarter: string
  actual: number
}

export function knownPoints(rows: SeriesRow[]): Known[] {
  return rows.flatMap(({ quarter, actual }) => (actual === null ? [] : [{ quarter, actual }]))
}

/** Quarters up to the last known one that have no value. */
export function missingQuarters(rows: SeriesRow[]): string[] {
  const last = rows.findLastIndex((row) => row.actual !== null)
  return rows.slice(0, last + 1).flatMap((row) => (row.actual === null ? [row.quarter] : []))
}

const YEAR = 4

/** The latest value against the one a year before, or the first where there is less than a year. */
export function direction(points: Known[]): 'rising' | 'falling' | 'level' | null {
  const last = points.at(-1)
  const before = points.at(-1 - YEAR) ?? points[0]
  if (last === undefined || before === undefined || last === before) return null
  if (last.actual === before.actual) return 'level'
  return last.actual > before.actual ? 'rising' : 'falling'
}

export function extremes(points: Known[]): { highest: Known; lowest: Known } | null {
  const [first] = points
  if (first === undefined) return null
  let [highest, lowest] = [first, first]
  for (const point of points) {
    if (point.actual > highest.actual) highest = point
    if (point.actual < lowest.actual) lowest = point
  }
  return { highest, lowest }
}
