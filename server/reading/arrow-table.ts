import { Float64, Int32, tableToIPC, Table, type Vector } from 'apache-arrow'
import type { ProgressRow } from '../progress/row.ts'
import { numberColumn, textColumn } from './arrow-columns.ts'

type Column<Value> = { name: string; pick: (row: ProgressRow) => Value | null }

const texts: Column<string>[] = [
  { name: 'indicator', pick: (row) => row.indicator },
  { name: 'region', pick: (row) => row.region },
  { name: 'regionName', pick: (row) => row.regionName },
  { name: 'regionLevel', pick: (row) => row.regionLevel },
  { name: 'targetSetBy', pick: (row) => row.targetSetBy },
  { name: 'deadline', pick: (row) => row.deadline },
  { name: 'status', pick: (row) => row.status },
  { name: 'at_cutoff_day', pick: (row) => row.atCutoff?.day ?? null },
  { name: 'curve_status', pick: (row) => row.curve?.status ?? null },
  { name: 'flags', pick: (row) => row.flags.join(',') },
  { name: 'rank_among', pick: (row) => row.rank?.among ?? null },
  { name: 'reason', pick: (row) => row.reason },
]
const wholes: Column<number>[] = [
  { name: 'targetThrough', pick: (row) => row.targetThrough },
  { name: 'periodYear', pick: (row) => row.periodYear },
  { name: 'days', pick: (row) => row.days },
  { name: 'rank_best', pick: (row) => row.rank?.best ?? null },
  { name: 'rank_worst', pick: (row) => row.rank?.worst ?? null },
  { name: 'rank_of', pick: (row) => row.rank?.of ?? null },
  { name: 'unitsReported', pick: (row) => row.unitsReported },
  { name: 'unitsDue', pick: (row) => row.unitsDue },
  { name: 'unitsWithData', pick: (row) => row.unitsWithData },
]
const numbers: Column<number>[] = [
  { name: 'actual', pick: (row) => row.actual },
  { name: 'numerator', pick: (row) => row.numerator },
  { name: 'denominator', pick: (row) => row.denominator },
  { name: 'target', pick: (row) => row.target },
  { name: 'ownTarget', pick: (row) => row.ownTarget },
  { name: 'nationalTarget', pick: (row) => row.nationalTarget },
  { name: 'expected', pick: (row) => row.expected },
  { name: 'pace', pick: (row) => row.pace },
  { name: 'pacePoints', pick: (row) => row.pacePoints },
  { name: 'completion', pick: (row) => row.completion },
  { name: 'completionPercent', pick: (row) => row.completionPercent },
  { name: 'gap', pick: (row) => row.gap },
  { name: 'comparable', pick: (row) => row.comparable },
  { name: 'share', pick: (row) => row.share },
  { name: 'forecast_low', pick: (row) => row.forecast?.low ?? null },
  { name: 'forecast_mid', pick: (row) => row.forecast?.mid ?? null },
  { name: 'forecast_high', pick: (row) => row.forecast?.high ?? null },
  { name: 'forecast_probability', pick: (row) => row.forecast?.probability ?? null },
  { name: 'forecast_error', pick: (row) => row.forecast?.error ?? null },
  { name: 'at_cutoff_actual', pick: (row) => row.atCutoff?.actual ?? null },
  { name: 'at_cutoff_expected', pick: (row) => row.atCutoff?.expected ?? null },
  { name: 'at_cutoff_pace', pick: (row) => row.atCutoff?.pace ?? null },
  { name: 'curve_expected', pick: (row) => row.curve?.expected ?? null },
  { name: 'curve_pace', pick: (row) => row.curve?.pace ?? null },
  { name: 'bounds_low', pick: (row) => row.bounds?.low ?? null },
  { name: 'bounds_high', pick: (row) => row.bounds?.high ?? null },
  { name: 'at_deadline_actual', pick: (row) => row.atDeadline?.actual ?? null },
  { name: 'at_deadline_numerator', pick: (row) => row.atDeadline?.numerator ?? null },
  { name: 'at_deadline_denominator', pick: (row) => row.atDeadline?.denominator ?? null },
]

const statuses = ['met', 'on_pace', 'watch', 'behind', 'overdue', 'no_data', 'none'] as const
const children: Column<number>[] = statuses.map((status) => ({
  name: `children_${status}`,
  pick: (row) => row.children?.[status] ?? null,
}))

/** The rows as an Arrow IPC stream: texts as dictionaries, missing as null. */
export function arrowStream(rows: ProgressRow[]): Uint8Array {
  const vectors: Record<string, Vector> = {}
  for (const { name, pick } of texts) vectors[name] = textColumn(rows, pick)
  for (const { name, pick } of [...wholes, ...children])
    vectors[name] = numberColumn(rows, pick, new Int32())
  for (const { name, pick } of numbers) vectors[name] = numberColumn(rows, pick, new Float64())
  return tableToIPC(new Table(vectors), 'stream')
}
