import type { Filter, LoadMetrics, MetricsRow, SecurityContext } from '../deps.ts'
import type { Place } from './request.ts'

/** One thing that is wrong with a quarantined record; the value is masked where it names a person. */
export type Fault = {
  path: string
  extract: string | null
  line: number
  column: string | null
  rule: string
  value: string | null
}

export type Chosen = { file?: string | undefined; rule?: string | undefined }

type Source = { load: LoadMetrics; context: SecurityContext }

const view = (name: string) => `quarantine_list.${name}`
const about = ['path', 'extract', 'line', 'column_name', 'rule', 'shown_value'].map(view)

/** The faults still to mend of a unit's quarter in the order of file and line, `limit` of them from `offset`. */
export async function loadFaults(
  { load, context }: Source,
  place: Place,
  { file, rule, limit, offset }: Chosen & { limit: number; offset: number },
): Promise<Fault[]> {
  const order = Object.fromEntries(
    ['path', 'line', 'column_name', 'rule', 'shown_value'].map((name) => [view(name), 'asc']),
  ) as Record<string, 'asc'>
  const query = { dimensions: about, filters: filtersOf(place, { file, rule }), order }
  return (await load({ ...query, limit, offset }, context)).map(toFault)
}

const ROWS_AT_ONCE = 20_000
/** More than a spreadsheet would hold is nothing that a person mends by hand. */
const MOST_ROWS = 1_000_000

/** All faults of a unit's quarter, up to a million, read in parts. */
export async function loadAllFaults(source: Source, place: Place): Promise<Fault[]> {
  const found: Fault[] = []
  for (let offset = 0; offset < MOST_ROWS; offset += ROWS_AT_ONCE) {
    const part = await loadFaults(source, place, { limit: ROWS_AT_ONCE, offset })
    found.push(...part)
    if (part.length < ROWS_AT_ONCE) break
  }
  return found
}

/** How many faults there are, and in how many records. */
export async function countFaults(
  { load, context }: Source,
  place: Place,
  chosen: Chosen,
): Promise<{ faults: number; records: number }> {
  const measures = [view('faults'), view('quarantined_records')]
  const [row] = await load({ measures, filters: filtersOf(place, chosen) }, context)
  return { faults: numberOf(row, 'faults'), records: numberOf(row, 'quarantined_records') }
}

/** The rules broken in a unit's quarter, the most frequent first. */
export async function loadRules({ load, context }: Source, place: Place) {
  const rows = await load(
    {
      measures: [view('quarantined_records')],
      dimensions: [view('rule')],
      filters: filtersOf(place, {}),
    },
    context,
  )
  return rows
    .map((row) => ({
      rule: textOf(row, 'rule') ?? '',
      records: numberOf(row, 'quarantined_records'),
    }))
    .toSorted((a, b) => b.records - a.records || a.rule.localeCompare(b.rule))
}

/** Records of people without a standing registration, by extract, of all the unit's quarters. */
export async function loadUnmatched({ load, context }: Source, unit: string) {
  const rows = await load(
    {
      measures: ['unmatched.unmatched_records'],
      dimensions: ['unmatched.extract'],
      filters: [{ member: 'unmatched.unit', operator: 'equals', values: [unit] }],
    },
    context,
  )
  return rows.map((row) => ({
    extract: String(row['unmatched.extract']),
    records: Number(row['unmatched.unmatched_records']),
  }))
}

function filtersOf({ unit, quarter }: Place, { file, rule }: Chosen): Filter[] {
  const equals = { unit, quarter, path: file, rule, mend_state: 'open' }
  return Object.entries(equals).flatMap(([name, value]) =>
    value === undefined ? [] : [{ member: view(name), operator: 'equals', values: [value] }],
  )
}

function toFault(row: MetricsRow): Fault {
  return {
    path: textOf(row, 'path') ?? '',
    extract: textOf(row, 'extract'),
    line: numberOf(row, 'line'),
    column: textOf(row, 'column_name'),
    rule: textOf(row, 'rule') ?? '',
    value: textOf(row, 'shown_value'),
  }
}

function textOf(row: MetricsRow, name: string): string | null {
  const value = row[view(name)]
  return value === null || value === undefined ? null : String(value)
}

function numberOf(row: MetricsRow | undefined, name: string): number {
  return Number(row?.[view(name)] ?? 0)
}
