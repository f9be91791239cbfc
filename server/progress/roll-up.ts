import type { Day } from './day.ts'

/** What was counted on a day: a count (denominator null) or the two parts of a ratio. */
export type Counted = { numerator: number; denominator: number | null }

/** Figures by day; a day without any counted nothing. */
export type Days = { get: (day: Day) => Counted | undefined }

/** One province's share of a region, day by day. */
export type Part = { province: string; days: Days }

/** Whether a province has data of the indicator's extract that holds for the day. */
export type HasData = (province: string, day: Day) => boolean

/**
 * A region's figure on a day: the sum over its provinces that have data, a ratio being the ratio of
 * the sums and never an average. Null where none of them has data.
 * Example: 30 of 40 and 10 of 60, and one that never reported → 40 of 100.
 */
export function rollUp(
  parts: Part[],
  day: Day,
  isRatio: boolean,
  hasData: HasData,
): Counted | null {
  let [isKnown, numerator, denominator] = [false, 0, 0]
  for (const { province, days } of parts) {
    if (!hasData(province, day)) continue
    isKnown = true
    const counted = days.get(day)
    numerator += counted?.numerator ?? 0
    denominator += counted?.denominator ?? 0
  }
  if (!isKnown) return null
  return {
    numerator: withoutNoise(numerator),
    denominator: isRatio ? withoutNoise(denominator) : null,
  }
}

/** Amounts have four decimals at most: what lies beyond comes from adding binary fractions. */
export function withoutNoise(sum: number): number {
  return Number.isInteger(sum) ? sum : Number(sum.toFixed(4))
}

/** The value of what was counted: the count, or the ratio; null where the denominator is 0. */
export function valueOf(counted: Counted | null): number | null {
  if (counted === null) return null
  if (counted.denominator === null) return counted.numerator
  return counted.denominator === 0 ? null : counted.numerator / counted.denominator
}
