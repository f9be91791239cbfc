import type { LoadMetrics } from '../deps.ts'
import { addDays, earlier, lastQuarterEnd, quarterEnds, type Day } from '../progress/day.ts'
import { recordOf, type Past, type PastForecasts } from '../progress/forecast-record.ts'
import { increments } from '../progress/forecast.ts'
import type { Indicator } from '../progress/plan.ts'
import { loadAllActuals, type Actuals } from './actuals.ts'
import type { Dataset } from './dataset.ts'
import { regionOf } from './regions.ts'

/** What forecasts of growing counts take from all provinces, once a snapshot, plan and whole quarter. */
const known = new WeakMap<LoadMetrics, Map<string, Promise<PastForecasts>>>()
const KEPT = 32

/** It is made of the provinces' totals, which every role may read, and so is the same for all. */
export function pastForecastsOf(dataset: Dataset): Promise<PastForecasts> {
  const { load, snapshot, plan, asOf } = dataset
  const kept = known.get(load) ?? new Map<string, Promise<PastForecasts>>()
  known.set(load, kept)
  const last = lastQuarterEnd(earlier(asOf, snapshot.asOf))
  const key = `${snapshot.id} ${plan.plan} ${last}`
  const found = kept.get(key)
  if (found !== undefined) return found
  const made = readPast(dataset, last).then(recordOf)
  kept.set(key, made)
  const [oldest] = kept.keys()
  if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest)
  made.catch(() => kept.delete(key))
  return made
}

/** Reads what forecasts are tried on: every province’s increments up to a quarter’s end, by indicator. */
export async function readPast(dataset: Dataset, last: Day): Promise<Past> {
  const { load, context, plan, tree } = dataset
  const wanted = plan.indicators
    .filter(isPooled)
    .map((indicator) => ({ indicator, days: endsUpTo(indicator.starts_on, last) }))
  const asked = { top: regionOf(tree, '000000'), level: 'province' as const }
  const read = await loadAllActuals(load, context, wanted, asked)
  return new Map(
    wanted.map(({ indicator: { code }, days }) => [code, stepsOf(read.get(code), days)]),
  )
}

/** The day before the start, and the quarters' ends since. */
function endsUpTo(startsOn: Day, last: Day): Day[] {
  return [addDays(startsOn, -1), ...quarterEnds(startsOn, last).filter((end) => end <= last)]
}

/** Counts that only grow through the whole plan. */
function isPooled({ kind, period, direction }: Indicator): boolean {
  return kind === 'cumulative' && period === 'plan' && direction === 'up'
}

/**
 * What each province added in each whole quarter; a province that counted nothing is left out. In the
 * order of their codes, so that sums over them come out the same to the last digit.
 */
function stepsOf(actuals: Actuals | undefined, days: readonly Day[]): number[][] {
  const provinces = new Set([...(actuals?.values() ?? [])].flatMap((byCode) => [...byCode.keys()]))
  return [...provinces]
    .sort()
    .map((code) =>
      increments(days.map((day) => ({ day, value: actuals?.get(day)?.get(code)?.numerator ?? 0 }))),
    )
}
