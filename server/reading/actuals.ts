import type { Columns, Filter, LoadMetrics, MetricsQuery, SecurityContext } from '../deps.ts'
import { isRatio } from '../progress/case.ts'
import { addDays, earlier, quarterEnds, yearBefore, type Day } from '../progress/day.ts'
import { comparesYears, type Indicator, type Level } from '../progress/plan.ts'
import type { Counted, Days } from '../progress/roll-up.ts'
import { Figures, type OfDay, type Places } from './figures.ts'
import { withKeptDays } from './kept-actuals.ts'
import { questionsOf, type Question } from './questions.ts'
import type { Region } from './regions.ts'

/** What was counted, by day and region code; what is absent counted nothing. */
export type Actuals = ReadonlyMap<Day, OfDay>

const NOTHING: OfDay = new Map<string, Counted>()

/** What was counted on one day, by region code. */
export function figuresOn(actuals: Actuals, day: Day): OfDay {
  return actuals.get(day) ?? NOTHING
}

/** One region's figures by day. */
export class FiguresOf implements Days {
  readonly #actuals: Actuals
  readonly #region: string
  #places: Places | undefined
  #place: number | undefined

  constructor(actuals: Actuals, region: string) {
    this.#actuals = actuals
    this.#region = region
  }

  /** Days that were read together have the region at the same place: it is looked up once. */
  get(day: Day): Counted | undefined {
    const figures = this.#actuals.get(day)
    if (!(figures instanceof Figures)) return figures?.get(this.#region)
    if (figures.places !== this.#places) {
      this.#places = figures.places
      this.#place = figures.places.get(this.#region)
    }
    return this.#place === undefined ? undefined : figures.at(this.#place)
  }
}

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

export function withYearBefore(days: readonly Day[]): Day[] {
  return distinct([...days, ...days.map(yearBefore)])
}

function distinct(days: Day[]): Day[] {
  return [...new Set(days)].filter((day) => day >= FIRST_DAY).sort()
}

/** What is asked of one indicator: its figures on so many days. */
export type Wanted = { indicator: Indicator; days: readonly Day[] }

export type Asked = { top: Top; level: Level }

type Top = Pick<Region, 'code' | 'level'>

const NATION: Top = { code: '000000', level: 'nation' }

/**
 * Counts numerator and denominator of one indicator under a region, told apart by the regions of a
 * level (at the nation's level by province, to be added up over those that have data).
 */
export async function loadActuals(
  load: LoadMetrics,
  context: SecurityContext,
  indicator: Indicator,
  { days, ...asked }: Asked & { days: readonly Day[] },
): Promise<Actuals> {
  const found = await loadAllActuals(load, context, [{ indicator, days }], asked)
  return found.get(indicator.code) ?? new Map<Day, Map<string, Counted>>()
}

/** What is asked of the metrics for a region's own figure on one day. */
export function figureQuery(
  indicator: Indicator,
  { top, asOf }: { top: Region; asOf: Day },
): MetricsQuery {
  const { suffix, dimension } = grouping[top.level]
  const [question] = questionsOf([{ indicator, days: [asOf] }])
  if (question === undefined) throw new Error('an indicator is asked by one question')
  return queryOf(question, question.view + suffix, dimension, top)
}

/** The same of many indicators, by code: those that are counted from the same rows are asked together. */
export async function loadAllActuals(
  load: LoadMetrics,
  context: SecurityContext,
  wanted: Wanted[],
  asked: Asked,
): Promise<Map<string, Actuals>> {
  const started = [...startActuals(load, context, wanted, asked)]
  return new Map(
    await Promise.all(
      started.map(async ([code, actuals]): Promise<[string, Actuals]> => [code, await actuals]),
    ),
  )
}

/** The same, each as soon as it has been counted. */
export function startActuals(
  load: LoadMetrics,
  context: SecurityContext,
  wanted: Wanted[],
  asked: Asked,
): Map<string, Promise<Actuals>> {
  const isOfProvinces = grouping[asked.level].dimension === 'province_code'
  const from = isOfProvinces ? { top: NATION, level: 'province' as const } : asked
  const only = isOfProvinces && asked.top.level !== 'nation' ? asked.top.code : null
  const read = (some: Wanted[]) => readActuals(load, context, some, from)
  return withKeptDays(load, context, { from, only }, wanted, read)
}

function readActuals(
  load: LoadMetrics,
  context: SecurityContext,
  wanted: Wanted[],
  { top, level }: Asked,
): Map<string, Promise<Actuals>> {
  const { suffix, dimension } = grouping[level]
  return new Map(
    questionsOf(wanted).flatMap((question) => {
      const view = question.view + suffix
      const reading = load.columns(queryOf(question, view, dimension, top), context)
      const answer = reading.then((columns) => answerOf(columns, view, dimension))
      return question.indicators.map((indicator): [string, Promise<Actuals>] => [
        indicator.code,
        answer.then((read) => actualsIn(read, question, indicator)),
      ])
    }),
  )
}

function queryOf(question: Question, view: string, dimension: string, top: Top): MetricsQuery {
  const { told, indicators, days, filters } = question
  const dimensions = [dimension, 'as_of_day', ...(told === null ? [] : [told])]
  const fixed = Object.entries(filters).map(([name, values]) => equals(view, name, values))
  return {
    measures: [...new Set(indicators.flatMap(measuresOf))].map((name) => `${view}.${name}`),
    dimensions: dimensions.map((name) => `${view}.${name}`),
    filters: [...fixed, ...regionFilter(view, top), equals(view, 'as_of_day', [...days])],
    order: [],
  }
}

function measuresOf({ members: { numerator, denominator } }: Indicator): string[] {
  return denominator === null ? [numerator] : [numerator, denominator]
}

export function regionFilter(view: string, top: Top): Filter[] {
  if (top.level === 'nation') return []
  return [equals(view, grouping[top.level].dimension, [top.code])]
}

function equals(view: string, name: string, values: string[]): Filter {
  return { member: `${view}.${name}`, operator: 'equals', values }
}

/** The answer to a question, by column; each row's region as its place, -1 where it names none. */
type Answer = { cells: (name: string) => Cells; places: Places; rows: Int32Array }

type Cells = NonNullable<ReturnType<Columns['get']>>

function answerOf(columns: Columns, view: string, dimension: string): Answer {
  const cells = (name: string) => columns.get(`${view}.${name}`) ?? []
  const regions = cells(dimension)
  const places = new Map<string, number>()
  const rows = new Int32Array(regions.length)
  regions.forEach((region, row) => {
    const place = typeof region === 'string' ? (places.get(region) ?? places.size) : -1
    if (typeof region === 'string' && place === places.size) places.set(region, place)
    rows[row] = place
  })
  return { cells, places, rows }
}

function actualsIn(
  { cells, places, rows }: Answer,
  { told, days }: Question,
  { members, filters }: Indicator,
): Actuals {
  const kinds = told === null ? null : { cells: cells(told), own: filters[told] }
  const numerators = cells(members.numerator)
  const denominators = members.denominator === null ? null : cells(members.denominator)
  const dates = cells('as_of_day')
  const actuals = new Map(days.map((day) => [day, new Figures(places, denominators !== null)]))
  rows.forEach((place, row) => {
    if (place < 0 || (kinds !== null && kinds.cells[row] !== kinds.own)) return
    const figures = actuals.get(String(dates[row]))
    figures?.put(place, Number(numerators[row] ?? 0), Number(denominators?.[row] ?? 0))
  })
  return actuals
}
