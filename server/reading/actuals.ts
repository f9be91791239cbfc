import type { Filter, LoadMetrics, MetricsRow, SecurityContext } from '../deps.ts'
import { isRatio } from '../progress/case.ts'
import { addDays, earlier, quarterEnds, yearBefore, type Day } from '../progress/day.ts'
import { comparesYears, type Indicator, type Level } from '../progress/plan.ts'
import type { Counted } from '../progress/roll-up.ts'
import type { Region } from './regions.ts'

/** What was counted, by region code and day; what is absent counted nothing. */
export type Actuals = Map<string, Map<Day, Counted>>

/** Below this many rows an answer is whole: the metrics layer refuses larger ones. */
const ROWS_AT_ONCE = 45_000
const FIRST_DAY = '2015-01-01'

/** The dimension that tells the rows of a level apart, in the view that holds it. */
export const grouping: Record<Level, { suffix: string; dimension: string }> = {
  nation: { suffix: '', dimension: 'province_code' },
  province: { suffix: '', dimension: 'province_code' },
  prefecture: { suffix: '_detail', dimension: 'prefecture_code' },
  county: { suffix: '_detail', dimension: 'leaf_code' },
}

/**
 * The days a row is made of: the as-of day, each quarter's end where a forecast needs them, and the
 * same day a year before where this year is set against it.
 */
export function daysOfRow(indicator: Indicator, asOf: Day, known: Day, level?: Level): Day[] {
  const days = [asOf]
  const isMixed = level === 'nation' && isRatio(indicator)
  if (isMixed || comparesYears(indicator)) days.push(yearBefore(asOf))
  if (indicator.period === 'plan') days.push(...daysOfSeries(indicator.starts_on, asOf, known))
  return distinct(days)
}

/** The days a series is made of: the quarters' ends up to the as-of day, and the same a year before. */
export function daysOfSeries(from: Day, asOf: Day, known: Day): Day[] {
  const ends = quarterEnds(from, asOf).filter((end) => end <= asOf)
  return distinct([addDays(from, -1), ...ends, asOf, earlier(asOf, known)])
}

export function withYearBefore(days: Day[]): Day[] {
  return distinct([...days, ...days.map(yearBefore)])
}

function distinct(days: Day[]): Day[] {
  return [...new Set(days)].filter((day) => day >= FIRST_DAY).sort()
}

/**
 * Counts numerator and denominator of one indicator under a region, told apart by the regions of a
 * level (at the nation's level by province, to be added up over those that have data).
 */
export async function loadActuals(
  load: LoadMetrics,
  context: SecurityContext,
  indicator: Indicator,
  asked: { top: Region; level: Level; days: Day[]; regions: number },
): Promise<Actuals> {
  const { suffix, dimension } = grouping[asked.level]
  const view = indicator.members.view + suffix
  const fixed = Object.entries(indicator.filters).map(([name, value]) =>
    equals(view, name, [value].flat()),
  )
  const under = regionFilter(view, asked.top)
  const answers = await Promise.all(
    batches(asked.days, Math.max(1, Math.floor(ROWS_AT_ONCE / asked.regions))).map((days) =>
      load(
        {
          measures: measuresOf(indicator, view),
          dimensions: [`${view}.${dimension}`, `${view}.as_of_day`],
          filters: [...fixed, ...under, equals(view, 'as_of_day', days)],
        },
        context,
      ),
    ),
  )
  return toActuals(answers.flat(), indicator, view, dimension)
}

function measuresOf({ members }: Indicator, view: string): string[] {
  const names = [members.numerator, ...(members.denominator === null ? [] : [members.denominator])]
  return names.map((name) => `${view}.${name}`)
}

export function regionFilter(view: string, top: Region): Filter[] {
  if (top.level === 'nation') return []
  return [equals(view, grouping[top.level].dimension, [top.code])]
}

function equals(view: string, name: string, values: string[]): Filter {
  return { member: `${view}.${name}`, operator: 'equals', values }
}

function batches(days: Day[], size: number): Day[][] {
  const count = Math.ceil(days.length / size)
  return Array.from({ length: count }, (_, at) => days.slice(at * size, (at + 1) * size))
}

function toActuals(
  rows: MetricsRow[],
  { members }: Indicator,
  view: string,
  dimension: string,
): Actuals {
  const actuals: Actuals = new Map()
  for (const row of rows) {
    const code = row[`${view}.${dimension}`]
    const day = row[`${view}.as_of_day`]
    if (typeof code !== 'string' || typeof day !== 'string') continue
    const days = actuals.get(code) ?? new Map<Day, Counted>()
    actuals.set(code, days)
    const { numerator, denominator } = members
    days.set(day.slice(0, 10), {
      numerator: Number(row[`${view}.${numerator}`] ?? 0),
      denominator: denominator === null ? null : Number(row[`${view}.${denominator}`] ?? 0),
    })
  }
  return actuals
}
