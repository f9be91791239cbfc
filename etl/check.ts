import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'

import type { DuckDBConnection } from '@duckdb/node-api'

import { openScratch, rowsOf } from './database.ts'
import { findFiles, todayInChina } from './intake/inbox.ts'
import { nameAfter } from './intake/submitted-order.ts'
import { readLayouts } from './layouts.ts'
import { stageInbox } from './load.ts'
import { reportingUnits } from './reporting-units.ts'
import type { OnProgress } from './run.ts'
import { findSubmission } from './submission.ts'
import { withOwnFolder } from './work-folder.ts'

export interface CheckInput {
  /** An inbox of its own that holds one file, `<quarter>/<unit>/<extract>.<form>`. */
  draft: string
  /** The inbox that the file would be added to. */
  inbox: string
  dataDir?: string
  onProgress?: OnProgress
}

export interface CheckResult {
  fate: 'accepted' | 'refused'
  reason: string | null
  extract: string | null
  form: string | null
  encoding: string | null
  rowsRead: number
  rowsAccepted: number
  rowsQuarantined: number
  /** Rows that say 作废. */
  rowsRetracted: number
  /** Rows that the file holds more than once. */
  rowsCopied: number
  rules: { column: string | null; rule: string; records: number }[]
  faults: { line: number; column: string | null; rule: string; value: string | null }[]
  notes: string[]
  /** A name for the file under which it comes after all that its unit has sent in the quarter. */
  name: string
}

const most_faults = 50
const most_notes = 20

/** What a load would make of one file, and nothing published. Throws an Error where there is none. */
export async function checkFile(input: CheckInput): Promise<CheckResult> {
  return withOwnFolder('jiuye-check', (work) => checkIn(work, input))
}

async function checkIn(work: string, input: CheckInput): Promise<CheckResult> {
  const dataDir = input.dataDir ?? join(import.meta.dirname, '..', 'data')
  const layouts = await readLayouts(dataDir)
  const hashes = join(work, 'file_hashes.json')
  const submission = await findSubmission(input.draft, { dataDir, layouts, hashes })
  const [file] = submission.files
  if (file === undefined) throw new Error(`${input.draft} holds no file to check`)
  const database = await openScratch(join(work, 'check.duckdb'), {
    temp_directory: join(work, 'spill'),
  })
  try {
    const { connection } = database
    // Nothing of this database outlives the check, so its key need not be the warehouse's.
    const key = 'check'.repeat(8)
    const { draft: inbox, onProgress } = input
    await stageInbox(connection, { inbox, dataDir, work, key, layouts, submission, onProgress })
    const names = new Map(layouts.map((layout) => [layout.extract, layout]))
    const place = { layouts: names, units: reportingUnits(dataDir), today: todayInChina() }
    return { ...(await resultOf(connection)), name: nameFor(file, input, place) }
  } finally {
    database.close()
  }
}

async function resultOf(connection: DuckDBConnection): Promise<Omit<CheckResult, 'name'>> {
  const [file] = await rowsOf(
    connection,
    `select fate, reason, extract, form, encoding,
      cast(rows_read as integer) as "rowsRead", cast(rows_accepted as integer) as "rowsAccepted",
      cast(rows_quarantined as integer) as "rowsQuarantined",
      (select cast(count(*) as integer) from intake.listed where kind = 'copy') as "rowsCopied"
    from staging.file`,
  )
  const rules = await rowsOf(
    connection,
    `select column_name as column, rule, cast(count(distinct line) as integer) as records
    from staging.quarantine group by all order by records desc, rule`,
  )
  const faults = await rowsOf(
    connection,
    `select cast(line as integer) as line, column_name as column, rule, value
    from staging.quarantine order by line, column_name, rule limit ${most_faults}`,
  )
  const notes = await rowsOf(
    connection,
    `select distinct note from staging.listed where kind <> 'copy' order by note limit ${most_notes}`,
  )
  const rowsRetracted = await retractedIn(connection, file?.['extract'])
  return {
    ...(file as unknown as Omit<
      CheckResult,
      'rowsRetracted' | 'rules' | 'faults' | 'notes' | 'name'
    >),
    rowsRetracted,
    rules: rules as CheckResult['rules'],
    faults: faults as CheckResult['faults'],
    notes: notes.map(({ note }) => String(note)),
  }
}

async function retractedIn(connection: DuckDBConnection, extract: unknown): Promise<number> {
  if (typeof extract !== 'string') return 0
  const [row] = await rowsOf(
    connection,
    `select cast(count(*) filter (is_void) as integer) as rows from staging.${extract}`,
  )
  return Number(row?.['rows'] ?? 0)
}

interface Checked {
  unit: string | null
  quarter: string | null
  extract: string | null
  path: string
}

function nameFor(
  { unit, quarter, extract, path }: Checked,
  { inbox }: CheckInput,
  place: Parameters<typeof findFiles>[1],
): string {
  const names = findFiles(inbox, place)
    .files.filter((other) => other.unit === unit && other.quarter === quarter)
    .map((other) => other.path)
  return nameAfter(names, extract ?? 'file', path.slice(path.lastIndexOf('.') + 1))
}

/** Prints one JSON object a line: the steps, and last the result. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { draft: { type: 'string' }, inbox: { type: 'string' } },
  })
  const { draft, inbox } = values
  if (draft === undefined || inbox === undefined || readdirSync(draft).length === 0) {
    throw new Error('Usage: etl/check.ts --draft DIR --inbox DIR, the draft with one file in it')
  }
  const print = (line: object) => console.log(JSON.stringify(line))
  const onProgress: OnProgress = (step, done, total, rows) => print({ step, done, total, rows })
  print({ result: await checkFile({ draft, inbox, onProgress }) })
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await main()
