import { yearBefore, type Day } from './day.ts'
import { rollUp, type HasData, type Part } from './roll-up.ts'

/** This year's value beside last year's, over the same provinces. */
export type Comparison = { thisYear: number; lastYear: number }

/**
 * A trend's two sides: this year up to the day, and the same stretch of the year before (29
 * February with the 28th), both over the provinces that reported both years; null where none did.
 * Example: A 10 after 8, B 5 (silent last year), C silent (6 last year) → 10 against 8.
 */
export function comparisonOn(parts: Part[], day: Day, hasData: HasData): Comparison | null {
  const before = yearBefore(day)
  const both: HasData = (province) => hasData(province, day) && hasData(province, before)
  const thisYear = rollUp(parts, day, false, both)
  const lastYear = rollUp(parts, before, false, both)
  if (thisYear === null || lastYear === null) return null
  return { thisYear: thisYear.numerator, lastYear: lastYear.numerator }
}
