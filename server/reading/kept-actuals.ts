import type { LoadMetrics, SecurityContext } from '../deps.ts'
import type { Day } from '../progress/day.ts'
import type { Indicator } from '../progress/plan.ts'
import type { Counted } from '../progress/roll-up.ts'
import type { Actuals, Wanted } from './actuals.ts'

/** What was counted on one day, by region code; what is absent counted nothing. */
type OfDay = Map<string, Counted>

/** Days of indicators that are kept, the oldest read go first: some 25 MB where all hold 32 provinces. */
const MOST_DAYS = 10_000

/** A dataset never changes, so neither do its figures of a day, whatever other days they are asked with. */
const known = new WeakMap<LoadMetrics, Map<string, OfDay>>()

type Read = (wanted: Wanted[]) => Promise<Map<string, Actuals>>

/**
 * The figures of one province, or of all where `province` is null, on so many days, by indicator: reads
 * only the days that nobody of the same role and region has asked for, and of these every province at once.
 * A row is made of every quarter's end before it, the same for each day; a province stands among all.
 */
export async function withKeptDays(
  load: LoadMetrics,
  context: SecurityContext,
  province: string | null,
  wanted: Wanted[],
  read: Read,
): Promise<Map<string, Actuals>> {
  const kept = known.get(load) ?? new Map<string, OfDay>()
  known.set(load, kept)
  const asked = wanted.map(({ indicator, days }) => {
    const name = nameOf(context, indicator)
    const found = keptOf(kept, name, days)
    return { name, indicator, days, found, missing: days.filter((day) => !found.has(day)) }
  })
  const unread = asked.filter(({ missing }) => missing.length > 0)
  const fresh = await read(unread.map(({ indicator, missing }) => ({ indicator, days: missing })))
  for (const { name, indicator, found, missing } of unread)
    for (const day of missing) {
      const figures = ofDay(fresh.get(indicator.code), day)
      found.set(day, figures)
      keep(kept, `${name} ${day}`, figures)
    }
  return new Map(
    asked.map(({ indicator, days, found }) => [indicator.code, byRegion(days, found, province)]),
  )
}

/** All that an indicator's figures of a day depend on besides the day. */
function nameOf(context: SecurityContext, { members, filters }: Indicator): string {
  const { role, region, snapshot } = context
  return JSON.stringify([role, region, snapshot, members, filters])
}

function keptOf(kept: Map<string, OfDay>, name: string, days: readonly Day[]): Map<Day, OfDay> {
  const found = new Map<Day, OfDay>()
  for (const day of days) {
    const figures = kept.get(`${name} ${day}`)
    if (figures !== undefined) found.set(day, figures)
  }
  return found
}

function keep(kept: Map<string, OfDay>, name: string, figures: OfDay): void {
  kept.set(name, figures)
  const [oldest] = kept.keys()
  if (kept.size > MOST_DAYS && oldest !== undefined) kept.delete(oldest)
}

function ofDay(actuals: Actuals | undefined, day: Day): OfDay {
  const figures: OfDay = new Map()
  for (const [region, days] of actuals ?? []) {
    const counted = days.get(day)
    if (counted !== undefined) figures.set(region, counted)
  }
  return figures
}

function byRegion(days: readonly Day[], found: Map<Day, OfDay>, province: string | null): Actuals {
  const actuals: Actuals = new Map()
  for (const day of days)
    for (const [region, counted] of found.get(day) ?? []) {
      if (province !== null && region !== province) continue
      const own = actuals.get(region) ?? new Map<Day, Counted>()
      actuals.set(region, own)
      own.set(day, counted)
    }
  return actuals
}
