import { type Day, yearBefore } from './days.ts'
import type { Figures } from './figures.ts'
import { type Indicator, isRatio } from './plan-constants.ts'
import type { Sums } from './tally.ts'
import type { World } from './world.ts'

/** Null where nothing is in the denominator. */
export type Comparison = { thisYear: number | null; lastYear: number | null }

function sumOf(figures: Figures, indicator: Indicator, parts: string[]): Sums {
  const sums = { numerator: 0, denominator: 0 }
  for (const part of parts) {
    const { numerator, denominator } = figures.value(indicator, part)
    sums.numerator += numerator ?? 0
    sums.denominator += denominator ?? 0
  }
  return sums
}

function actualOf(indicator: Indicator, { numerator, denominator }: Sums): number | null {
  if (!isRatio(indicator)) return numerator
  return denominator === 0 ? null : numerator / denominator
}

/** Rules, Levy: against the same stretch of the year before, where both years were reported. */
export function comparedWithLastYear(
  world: World,
  on: (day: Day) => Figures,
  indicator: Indicator,
  region: string,
  day: Day,
): Comparison | undefined {
  const years = [on(day), on(yearBefore(day))]
  const parts = (region === '000000' ? world.regions.provinces : [region]).filter((part) =>
    years.every((figures) => figures.value(indicator, part).reason !== 'no_data'),
  )
  if (parts.length === 0) return undefined
  const [thisYear = null, lastYear = null] = years.map((figures) =>
    actualOf(indicator, sumOf(figures, indicator, parts)),
  )
  return { thisYear, lastYear }
}
