import type { Day } from '../reference/days.ts'
import type { Indicator } from '../reference/plan-constants.ts'
import type { Book } from '../reference/progress.ts'
import { planIndicators } from '../support/plan-indicators.ts'
import type { ProgressRow } from '../support/progress-rows.ts'

type Figures = Record<string, number | string | null>

/** Counts exact, amounts to the fourth decimal of a yuan, what is divided to nine digits. */
function tolerance(name: string, value: number): number {
  return ['numerator', 'denominator'].includes(name) ? 5e-5 : 1e-9 * Math.max(1, Math.abs(value))
}

type Value = number | string | null

function isSame(name: string, one: Value | undefined, other: Value): boolean {
  if (typeof one !== 'number' || typeof other !== 'number') return one === other
  return Math.abs(one - other) <= tolerance(name, other)
}

function differing(found: ProgressRow, wanted: Figures): string[] {
  const row = found as unknown as Figures
  return Object.entries(wanted)
    .filter(([name, value]) => !isSame(name, row[name], value))
    .map(([name, value]) => `${name} ${row[name]} instead of ${value}`)
}

function inWords(row: ProgressRow, day: Day, differences: string[]): string {
  return `${row.indicator} ${row.region} ${row.regionName} ${day}: ${differences.join(', ')}`
}

/** What the product says of its rows on a day and the reference does not, and what it leaves out. */
export function figureDisagreements(rows: ProgressRow[], book: Book, day: Day): string[] {
  const figures = book.on(day)
  const said: string[] = []
  const shown = new Set<string>()
  for (const row of rows) {
    shown.add(`${row.indicator} ${row.region}`)
    const differences = differing(row, figures.value(row.indicator as Indicator, row.region))
    if (differences.length > 0) said.push(inWords(row, day, differences))
  }
  const isMissing = (indicator: Indicator, region: string) =>
    !shown.has(`${indicator} ${region}`) &&
    figures.value(indicator, region).reason !== 'not_applicable'
  for (const indicator of planIndicators().map(({ code }) => code as Indicator))
    for (const region of figures.regionsOf(indicator))
      if (isMissing(indicator, region)) said.push(`${indicator} ${region} ${day}: no row`)
  return said
}

/** The same for target, expected, pace, gap, days and status. */
export function standingDisagreements(rows: ProgressRow[], book: Book, day: Day): string[] {
  const said: string[] = []
  for (const row of rows) {
    const indicator = row.indicator as Indicator
    const differences = differing(row, book.standing(indicator, row.region, day))
    if (differences.length > 0) said.push(inWords(row, day, differences))
  }
  return said
}
