import type { LoadMetrics, SecurityContext } from '../deps.ts'
import type { Day } from '../progress/day.ts'
import type { Indicator } from '../progress/plan.ts'
import { figuresOn, type Actuals, type Asked, type Wanted } from './actuals.ts'
import type { OfDay } from './figures.ts'

/** Figures that are kept, those of the days read longest ago go first: 10 MB, and their places. */
const MOST_FIGURES = 600_000

/**
 * A dataset never changes, so neither do its figures of a day, whatever other days they are asked with.
 * @public the test gives it fewer
 */
export class KeptDays {
  readonly #days = new Map<string, OfDay>()
  readonly #most: number
  #figures = 0

  constructor(most = MOST_FIGURES) {
    this.#most = most
  }

  get(name: string): OfDay | undefined {
    return this.#days.get(name)
  }

  keep(name: string, figures: OfDay): void {
    this.#forget(name)
    this.#days.set(name, figures)
    this.#figures += weight(figures)
    for (const oldest of this.#days.keys()) {
      if (this.#figures <= this.#most) return
      this.#forget(oldest)
    }
  }

  #forget(name: string): void {
    const figures = this.#days.get(name)
    if (figures === undefined) return
    this.#days.delete(name)
    this.#figures -= weight(figures)
  }
}

/** A day without figures takes its place too. */
function weight({ size }: OfDay): number {
  return size + 1
}

const known = new WeakMap<LoadMetrics, KeptDays>()

type Read = (wanted: Wanted[]) => Map<string, Promise<Actuals>>

/**
 * Figures by indicator on so many days, each as soon as it is read: of all regions that `from` names, or of `only` one of them. Reads
 * only the days that nobody of the same role and region has asked for, and of these every region at once.
 * A row is made of every quarter's end before it, the same for each day; a province stands among all.
 */
export function withKeptDays(
  load: LoadMetrics,
  context: SecurityContext,
  { from, only }: { from: Asked; only: string | null },
  wanted: Wanted[],
  read: Read,
): Map<string, Promise<Actuals>> {
  const kept = known.get(load) ?? new KeptDays()
  known.set(load, kept)
  const asked = wanted.map(({ indicator, days }) => {
    const name = nameOf(context, from, indicator)
    const found = keptOf(kept, name, days)
    return { name, indicator, days, found, missing: days.filter((day) => !found.has(day)) }
  })
  const unread = asked.filter(({ missing }) => missing.length > 0)
  const fresh = read(unread.map(({ indicator, missing }) => ({ indicator, days: missing })))
  const whole = async ({ name, indicator, days, found, missing }: (typeof asked)[number]) => {
    const actuals = await fresh.get(indicator.code)
    for (const day of missing) {
      const figures = figuresOn(actuals ?? new Map(), day)
      found.set(day, figures)
      kept.keep(`${name} ${day}`, figures)
    }
    return ofRegion(days, found, only)
  }
  return new Map(asked.map((one) => [one.indicator.code, whole(one)]))
}

/** All that an indicator's figures of a day depend on besides the day. */
function nameOf(
  context: SecurityContext,
  { top, level }: Asked,
  { members, filters }: Indicator,
): string {
  const { role, region, snapshot } = context
  return JSON.stringify([role, region, snapshot, top.code, level, members, filters])
}

function keptOf(kept: KeptDays, name: string, days: readonly Day[]): Map<Day, OfDay> {
  const found = new Map<Day, OfDay>()
  for (const day of days) {
    const figures = kept.get(`${name} ${day}`)
    if (figures !== undefined) found.set(day, figures)
  }
  return found
}

/** The days in the order asked for, all of each or what one region has of it. */
function ofRegion(days: readonly Day[], found: Map<Day, OfDay>, only: string | null): Actuals {
  return new Map(
    days.map((day) => {
      const figures: OfDay = found.get(day) ?? new Map()
      return [day, only === null ? figures : part(figures, only)]
    }),
  )
}

function part(figures: OfDay, region: string): OfDay {
  const counted = figures.get(region)
  return new Map(counted === undefined ? [] : [[region, counted]])
}
