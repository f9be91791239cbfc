import { type Day, yearBefore } from './days.ts'
import type { Figures } from './figures.ts'
import type { World } from './world.ts'

export type Comparison = { thisYear: number; lastYear: number }

/** Rules, Levy: L1 against the same stretch of the year before, where both years were reported. */
export function comparedWithLastYear(
  world: World,
  on: (day: Day) => Figures,
  region: string,
  day: Day,
): Comparison | undefined {
  const parts = region === '000000' ? world.regions.provinces : [region]
  const before = yearBefore(day)
  const compared = parts.flatMap((part) => {
    const thisYear = on(day).value('L1', part).actual
    const lastYear = on(before).value('L1', part).actual
    return thisYear === null || lastYear === null ? [] : [{ thisYear, lastYear }]
  })
  if (compared.length === 0) return undefined
  return compared.reduce((sum, part) => ({
    thisYear: sum.thisYear + part.thisYear,
    lastYear: sum.lastYear + part.lastYear,
  }))
}
