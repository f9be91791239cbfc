import type { Indicator, ProgressRow } from '../api.ts'
import { groupLines, linesOf, splitLines, type Group } from '../bullet/bullet-groups.ts'
import { worstRows } from '../overview/summary.ts'

/** One page of the wall. */
export type Slide =
  { kind: 'state' } | { kind: 'lines'; group: Group } | { kind: 'map'; indicator: Indicator }

/** As many lines as can be read from across a room. */
const LINES = 7
const MAPS = 3

/** The plan's state, then its indicators group by group, then the maps of those that lag most. */
export function slidesOf(indicators: Indicator[], rows: ProgressRow[]): Slide[] {
  const { shown } = splitLines(linesOf(indicators, rows))
  const pages = groupLines(shown).flatMap(({ name, lines }) =>
    chunks(lines).map((part): Slide => ({ kind: 'lines', group: { name, lines: part } })),
  )
  const maps = worstRows(rows, MAPS).flatMap(({ indicator: code }): Slide[] => {
    const indicator = indicators.find((known) => known.code === code)
    return indicator === undefined ? [] : [{ kind: 'map', indicator }]
  })
  return [{ kind: 'state' }, ...pages, ...maps]
}

function chunks<T>(all: T[]): T[][] {
  const count = Math.ceil(all.length / LINES)
  const size = Math.ceil(all.length / Math.max(count, 1))
  return Array.from({ length: count }, (_, at) => all.slice(at * size, (at + 1) * size))
}
