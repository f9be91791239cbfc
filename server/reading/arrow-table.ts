import { Float64, Int32, tableToIPC, Table, type Vector } from 'apache-arrow'
import type { ProgressRow } from '../progress/row.ts'
import { NumberColumn, TextColumn, type Column } from './arrow-columns.ts'

type Row = ProgressRow

const text = (name: string, pick: (row: Row) => string | null) => () => new TextColumn(name, pick)
const whole = (name: string, pick: (row: Row) => number | null) => () =>
  new NumberColumn(name, pick, new Int32())
const number = (name: string, pick: (row: Row) => number | null) => () =>
  new NumberColumn(name, pick, new Float64())

const statuses = ['met', 'on_pace', 'watch', 'behind', 'overdue', 'no_data', 'none'] as const

const columns: (() => Column<Row>)[] = [
  text('indicator', (row) => row.indicator),
  text('region', (row) => row.region),
  text('regionName', (row) => row.regionName),
  text('regionLevel', (row) => row.regionLevel),
  text('targetSetBy', (row) => row.targetSetBy),
  text('deadline', (row) => row.deadline),
  text('status', (row) => row.status),
  text('at_cutoff_day', (row) => row.atCutoff?.day ?? null),
  text('curve_status', (row) => row.curve?.status ?? null),
  text('flags', (row) => row.flags.join(',')),
  text('rank_among', (row) => row.rank?.among ?? null),
  text('reason', (row) => row.reason),
  whole('targetThrough', (row) => row.targetThrough),
  whole('periodYear', (row) => row.periodYear),
  whole('days', (row) => row.days),
  whole('rank_best', (row) => row.rank?.best ?? null),
  whole('rank_worst', (row) => row.rank?.worst ?? null),
  whole('rank_of', (row) => row.rank?.of ?? null),
  whole('unitsReported', (row) => row.unitsReported),
  whole('unitsDue', (row) => row.unitsDue),
  whole('unitsWithData', (row) => row.unitsWithData),
  ...statuses.map((status) => whole(`children_${status}`, (row) => row.children?.[status] ?? null)),
  number('actual', (row) => row.actual),
  number('numerator', (row) => row.numerator),
  number('denominator', (row) => row.denominator),
  number('target', (row) => row.target),
  number('ownTarget', (row) => row.ownTarget),
  number('nationalTarget', (row) => row.nationalTarget),
  number('expected', (row) => row.expected),
  number('pace', (row) => row.pace),
  number('pacePoints', (row) => row.pacePoints),
  number('completion', (row) => row.completion),
  number('completionPercent', (row) => row.completionPercent),
  number('gap', (row) => row.gap),
  number('comparable', (row) => row.comparable),
  number('share', (row) => row.share),
  number('forecast_low', (row) => row.forecast?.low ?? null),
  number('forecast_mid', (row) => row.forecast?.mid ?? null),
  number('forecast_high', (row) => row.forecast?.high ?? null),
  number('forecast_probability', (row) => row.forecast?.probability ?? null),
  number('forecast_error', (row) => row.forecast?.error ?? null),
  number('at_cutoff_actual', (row) => row.atCutoff?.actual ?? null),
  number('at_cutoff_expected', (row) => row.atCutoff?.expected ?? null),
  number('at_cutoff_pace', (row) => row.atCutoff?.pace ?? null),
  number('curve_expected', (row) => row.curve?.expected ?? null),
  number('curve_pace', (row) => row.curve?.pace ?? null),
  number('bounds_low', (row) => row.bounds?.low ?? null),
  number('bounds_high', (row) => row.bounds?.high ?? null),
  number('at_deadline_actual', (row) => row.atDeadline?.actual ?? null),
  number('at_deadline_numerator', (row) => row.atDeadline?.numerator ?? null),
  number('at_deadline_denominator', (row) => row.atDeadline?.denominator ?? null),
]

/** Rows as an Arrow table: texts as dictionaries, missing as null. */
export class ArrowTable {
  readonly #columns = columns.map((begin) => begin())

  /** Puts some of the rows at their place among the others, whichever of them come first. */
  put(part: number, rows: readonly Row[]): void {
    for (const column of this.#columns) column.put(part, rows)
  }

  /** All that was put, as an Arrow IPC stream. */
  stream(): Uint8Array {
    const vectors: Record<string, Vector> = {}
    for (const column of this.#columns) vectors[column.name] = column.vector()
    return tableToIPC(new Table(vectors), 'stream')
  }
}
