import type { MetricsView } from '../api-metrics.ts'
import { quarterEnds } from '../overview/quarters.ts'
import type { Question } from './address.ts'

const DAY = 'as_of_day'
const QUARTERS_BACK = 8
export const MOST_ROWS = 2000

/** The name without its view. */
export function shortName(member: string): string {
  return member.slice(member.indexOf('.') + 1)
}

function hasDay({ dimensions }: MetricsView): boolean {
  return dimensions.some(({ name }) => shortName(name) === DAY)
}

/** The dimensions that may be chosen: the quarter is another name for the day. */
export function dimensionsOf({ dimensions }: MetricsView) {
  return dimensions.filter(({ name }) => shortName(name) !== 'as_of_quarter')
}

/** A view of several indicators: their counts must not be added up. */
export function openingOf(view: MetricsView): Question {
  const names = view.dimensions.map(({ name }) => shortName(name))
  const [first] = view.measures
  return {
    view: view.name,
    measures: first === undefined ? [] : [shortName(first.name)],
    dimensions: ['plan', 'indicator'].filter((name) => names.includes(name)),
    filters: [],
  }
}

/** Told apart by day, the ends of the last eight quarters; otherwise the one day. */
function daysOf({ dimensions }: Question, asOf: string): string[] {
  if (!dimensions.includes(DAY)) return [asOf]
  const back = new Date(asOf)
  back.setUTCMonth(back.getUTCMonth() - 3 * (QUARTERS_BACK - 1))
  const ends = quarterEnds(back.toISOString().slice(0, 10), asOf).map(({ day }) => day)
  return ends.filter((day) => day <= asOf).sort()
}

/** The question in Cube's words; filters of one name hold any of their values. */
export function cubeQuery(view: MetricsView, question: Question, asOf: string): object {
  const full = (name: string) => `${view.name}.${name}`
  const equals = (name: string, values: string[]) => ({
    ...{ member: full(name), operator: 'equals' },
    values,
  })
  const names = [...new Set(question.filters.map(({ name }) => name))]
  const narrowed = names.map((name) =>
    equals(
      name,
      question.filters.filter((one) => one.name === name).map(({ value }) => value),
    ),
  )
  const { measures, dimensions } = question
  return {
    measures: measures.map(full),
    dimensions: dimensions.map(full),
    filters: [...narrowed, ...(hasDay(view) ? [equals(DAY, daysOf(question, asOf))] : [])],
    order: Object.fromEntries(dimensions.map((name) => [full(name), 'asc'])),
    limit: MOST_ROWS,
  }
}

/** What a dimension holds, to choose from. */
export function valuesQuery(view: MetricsView, name: string, asOf: string): object {
  return cubeQuery(view, { view: view.name, measures: [], dimensions: [name], filters: [] }, asOf)
}
