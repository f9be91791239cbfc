import { addQuarters, endOfQuarter, formatISO, parseISO } from 'date-fns'
import type { Bridge, BridgeLine } from '../api-bridge.ts'

/** The end of the quarter before the one that the day lies in: 2018-06-30 → 2018-03-31. */
export function quarterEndBefore(day: string): string {
  const end = endOfQuarter(addQuarters(parseISO(day), -1))
  return formatISO(end, { representation: 'date' })
}

/** The lines that moved the actual, the greatest first; those of target and time alone are left out. */
export function movingLines({ lines }: Bridge): BridgeLine[] {
  return lines
    .filter(({ numerator, denominator }) => numerator !== 0 || (denominator ?? 0) !== 0)
    .sort((a, b) => Math.abs(b.actual) - Math.abs(a.actual))
}

/** The indicator is a ratio: its lines have a numerator and a denominator. */
export function isRatio({ from, to }: Bridge): boolean {
  return to.denominator !== null || from.denominator !== null
}

/** The two days lie in different years of an indicator that is counted year by year. */
export function startsAnew({ lines }: Bridge): boolean {
  return lines.some(({ kind }) => kind === 'another_period')
}

/** What no region below accounts for, beside lines of regions below. */
export function isRest({ region, lines }: Bridge, line: BridgeLine): boolean {
  return line.region === region && lines.some((other) => other.region !== region)
}
