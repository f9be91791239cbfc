import type { Series, SeriesRow } from '../api.ts'
import type { SoundPoint } from '../sound/tones.ts'

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

/** A quarter that ends after the as-of day has nothing yet, which is not the same as missing. */
export function isYetToCome(row: SeriesRow, asOf: string): boolean {
  return row.actual === null && row.day > asOf
}

export function missingQuarters(rows: SeriesRow[], asOf: string): string[] {
  const missing = rows.filter((row) => row.actual === null && !isYetToCome(row, asOf))
  return missing.map((row) => row.quarter)
}

function yearBefore(quarter: string): string {
  const [year, number] = quarter.split('Q')
  return `${Number(year) - 1}Q${number ?? ''}`
}

/** The latest value against the same quarter of the year before; null where there is none. */
export function direction(points: Known[]): 'rising' | 'falling' | 'level' | null {
  const last = points.at(-1)
  const before = points.find(({ quarter }) => quarter === yearBefore(last?.quarter ?? ''))
  if (last === undefined || before === undefined) return null
  if (last.actual === before.actual) return 'level'
  return last.actual > before.actual ? 'rising' : 'falling'
}

/** Every point that has the highest value, and every one that has the lowest. */
export function extremes(points: Known[]): { highest: Known[]; lowest: Known[] } {
  const values = points.map(({ actual }) => actual)
  const having = (value: number) => points.filter(({ actual }) => actual === value)
  return { highest: having(Math.max(...values)), lowest: having(Math.min(...values)) }
}

/** What the ear gets of a series: the quarters up to the as-of day. */
export function soundPoints({ rows, asOf }: Series): SoundPoint[] {
  return rows
    .filter((row) => !isYetToCome(row, asOf))
    .map(({ actual, expected, target }) => ({ value: actual, expected, target }))
}
