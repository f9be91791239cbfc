import { Float64, Int32, tableToIPC, Table, type Vector } from 'apache-arrow'
import type { ProgressRow } from '../progress/row.ts'
import { joined, TextColumn } from './arrow-columns.ts'

type Row = ProgressRow

const text = (name: string, pick: (row: Row) => string | null) => () => new TextColumn(name, pick)

const texts = [
  text('indicator', (row) => row.indicator),
  text('region', (row) => row.region),
  text('regionName', (row) => row.regionName),
  text('regionLevel', (row) => row.regionLevel),
  text('targetSetBy', (row) => row.targetSetBy),
  text('deadline', (row) => row.deadline),
  text('status', (row) => row.status),
  text('at_cutoff_day', (row) => row.atCutoff?.day ?? null),
  text('curve_status', (row) => row.curve?.status ?? null),
  text('flags', (row) => (row.flags.length === 0 ? '' : row.flags.join(','))),
  text('rank_among', (row) => row.rank?.among ?? null),
  text('reason', (row) => row.reason),
]

const WHOLE = [
  'targetThrough',
  'periodYear',
  'days',
  'rank_best',
  'rank_worst',
  'rank_of',
  'unitsReported',
  'unitsDue',
  'unitsWithData',
  'children_met',
  'children_on_pace',
  'children_watch',
  'children_behind',
  'children_overdue',
  'children_no_data',
  'children_none',
] as const

const NUMBERS = [
  'actual',
  'numerator',
  'denominator',
  'target',
  'ownTarget',
  'nationalTarget',
  'expected',
  'pace',
  'pacePoints',
  'completion',
  'completionPercent',
  'gap',
  'comparable',
  'share',
  'forecast_low',
  'forecast_mid',
  'forecast_high',
  'forecast_probability',
  'forecast_error',
  'at_cutoff_actual',
  'at_cutoff_expected',
  'at_cutoff_pace',
  'curve_expected',
  'curve_pace',
  'bounds_low',
  'bounds_high',
  'at_deadline_actual',
  'at_deadline_numerator',
  'at_deadline_denominator',
] as const

/** Of some rows, by column; NaN where a number is missing. */
type Cells = Record<(typeof WHOLE)[number] | (typeof NUMBERS)[number], Float64Array>

/**
 * Written out: a number that one function hands to another takes an object of its own in memory, and an
 * answer has four million.
 */
function putNumbers(cells: Cells, at: number, row: Row): void {
  cells.targetThrough[at] = row.targetThrough ?? NaN
  cells.periodYear[at] = row.periodYear ?? NaN
  cells.days[at] = row.days ?? NaN
  cells.rank_best[at] = row.rank?.best ?? NaN
  cells.rank_worst[at] = row.rank?.worst ?? NaN
  cells.rank_of[at] = row.rank?.of ?? NaN
  cells.unitsReported[at] = row.unitsReported
  cells.unitsDue[at] = row.unitsDue
  cells.unitsWithData[at] = row.unitsWithData
  cells.children_met[at] = row.children?.met ?? NaN
  cells.children_on_pace[at] = row.children?.on_pace ?? NaN
  cells.children_watch[at] = row.children?.watch ?? NaN
  cells.children_behind[at] = row.children?.behind ?? NaN
  cells.children_overdue[at] = row.children?.overdue ?? NaN
  cells.children_no_data[at] = row.children?.no_data ?? NaN
  cells.children_none[at] = row.children?.none ?? NaN
  cells.actual[at] = row.actual ?? NaN
  cells.numerator[at] = row.numerator ?? NaN
  cells.denominator[at] = row.denominator ?? NaN
  cells.target[at] = row.target ?? NaN
  cells.ownTarget[at] = row.ownTarget ?? NaN
  cells.nationalTarget[at] = row.nationalTarget ?? NaN
  cells.expected[at] = row.expected ?? NaN
  cells.pace[at] = row.pace ?? NaN
  cells.pacePoints[at] = row.pacePoints ?? NaN
  cells.completion[at] = row.completion ?? NaN
  cells.completionPercent[at] = row.completionPercent ?? NaN
  cells.gap[at] = row.gap ?? NaN
  cells.comparable[at] = row.comparable ?? NaN
  cells.share[at] = row.share ?? NaN
  cells.forecast_low[at] = row.forecast?.low ?? NaN
  cells.forecast_mid[at] = row.forecast?.mid ?? NaN
  cells.forecast_high[at] = row.forecast?.high ?? NaN
  cells.forecast_probability[at] = row.forecast?.probability ?? NaN
  cells.forecast_error[at] = row.forecast?.error ?? NaN
  cells.at_cutoff_actual[at] = row.atCutoff?.actual ?? NaN
  cells.at_cutoff_expected[at] = row.atCutoff?.expected ?? NaN
  cells.at_cutoff_pace[at] = row.atCutoff?.pace ?? NaN
  cells.curve_expected[at] = row.curve?.expected ?? NaN
  cells.curve_pace[at] = row.curve?.pace ?? NaN
  cells.bounds_low[at] = row.bounds?.low ?? NaN
  cells.bounds_high[at] = row.bounds?.high ?? NaN
  cells.at_deadline_actual[at] = row.atDeadline?.actual ?? NaN
  cells.at_deadline_numerator[at] = row.atDeadline?.numerator ?? NaN
  cells.at_deadline_denominator[at] = row.atDeadline?.denominator ?? NaN
}

function numbersOf(rows: readonly Row[]): Cells {
  const names = [...WHOLE, ...NUMBERS]
  const cells = Object.fromEntries(
    names.map((name) => [name, new Float64Array(rows.length)]),
  ) as Cells
  let at = 0
  for (const row of rows) {
    putNumbers(cells, at, row)
    at += 1
  }
  return cells
}

/** Rows as an Arrow table: texts as dictionaries, missing as null. */
export class ArrowTable {
  readonly #texts = texts.map((begin) => begin())
  readonly #numbers: Cells[] = []

  /** Puts some of the rows at their place among the others, whichever of them come first. */
  put(part: number, rows: readonly Row[]): void {
    for (const column of this.#texts) column.put(part, rows)
    this.#numbers[part] = numbersOf(rows)
  }

  /** All that was put, as an Arrow IPC stream. */
  stream(): Uint8Array {
    const vectors: Record<string, Vector> = {}
    for (const column of this.#texts) vectors[column.name] = column.vector()
    const parts = (name: keyof Cells) => this.#numbers.map((cells) => cells[name])
    for (const name of WHOLE) vectors[name] = joined(parts(name), new Int32())
    for (const name of NUMBERS) vectors[name] = joined(parts(name), new Float64())
    return tableToIPC(new Table(vectors), 'stream')
  }
}
