import type { Circumstances, RegionCase } from './case.ts'
import { earlier, type Day } from './day.ts'
import { forecastOn, historyDays, type Bounds, type Forecast, type History } from './forecast.ts'
import { countedOn, type Measured } from './measured.ts'
import { pooledForecast } from './pooled-forecast.ts'
import { valueOf } from './roll-up.ts'

/**
 * What the region will have reached on a later day (the deadline, or a quarter's end on the way).
 * Null once that day has come, without a value to start from, for what starts anew every year (a
 * graduating class or a levy year never has the six quarters of its own), for `down`, and for the
 * milestones of a single province, which are done or not.
 */
export function outlookOn(
  region: RegionCase,
  about: Circumstances,
  measured: Measured,
  day: Day | null,
): Forecast | null {
  const { indicator, asOf } = about
  if (day === null || day <= asOf || measured.actual === null) return null
  if (indicator.period !== 'plan' || indicator.direction === 'down') return null
  if (indicator.kind === 'milestone' && region.level !== 'nation') return null
  const aim = { target: measured.target, bounds: boundsOf(about, measured) }
  const history = historyOf(region, about)
  if (indicator.kind === 'cumulative' && about.past !== null)
    return pooledForecast(indicator.code, history, day, aim, about.past)
  return forecastOn(history, day, aim.target, aim.bounds)
}

/** The region's values up to the last day the dataset knows of. */
function historyOf(region: RegionCase, about: Circumstances): History {
  const last = earlier(about.asOf, about.known)
  const history: History = []
  for (const day of historyDays(about.indicator.starts_on, last)) {
    const value = valueOf(countedOn(region, about, day))
    if (value !== null) history.push({ day, value })
  }
  return history
}

/** A count of persons reached does not fall; a coverage lies between none and all. */
function boundsOf({ indicator }: Circumstances, measured: Measured): Bounds {
  if (indicator.unit === 'percent') return { lowest: 0, highest: 1 }
  const reached = indicator.kind === 'cumulative' ? (measured.actual ?? 0) : 0
  return { lowest: reached, highest: Infinity }
}
