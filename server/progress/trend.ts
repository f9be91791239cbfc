import { yearBefore, type Day } from './day.ts'
import { rollUp, valueOf, type HasData, type Part } from './roll-up.ts'

/** This year's value beside last year's, over the same provinces. */
export type Comparison = { thisYear: number | null; lastYear: number | null }

/**
 * A trend's two sides: this year up to the day, and the same stretch of the year before (29
 * February with the 28th), both over the provinces that reported both years, a ratio being that of
 * the sums; null where none did.
 * Example: A 10 after 8, B 5 (silent last year), C silent (6 last year) → 10 against 8.
 */
export function comparisonOn(
  parts: Part[],
  day: Day,
  hasData: HasData,
  isRatio = false,
): Comparison | null {
  const before = yearBefore(day)
  const both = bothYears(hasData, day)
  const thisYear = rollUp(parts, day, isRatio, both)
  const lastYear = rollUp(parts, before, isRatio, both)
  if (thisYear === null || lastYear === null) return null
  return { thisYear: valueOf(thisYear), lastYear: valueOf(lastYear) }
}

/** Whether a province has data for a day and for the same stretch of the year before. */
export function bothYears(hasData: HasData, day: Day): HasData {
  const before = yearBefore(day)
  return (province) => hasData(province, day) && hasData(province, before)
}
