import type { DuckDBConnection } from '@duckdb/node-api'

import { rowsOf } from './database.ts'
import type { LoadInput } from './load.ts'
import type { Part } from './parts.ts'
import { readPlans } from './plans.ts'

/** What the server reads beside the marts: the snapshot's own description and the plans it was made by. */
export async function manifestFor(
  connection: DuckDBConnection,
  input: Omit<LoadInput, 'parts'> & { asOf: string; parts: Part[] },
) {
  const { asOf, contentHash, submission, dataDir } = input
  const quarter = `${asOf.slice(0, 4)}Q${String(Number(asOf.slice(5, 7)) / 3)}`
  const files = await filesOf(connection)
  return {
    id: `${quarter}-${contentHash.slice(0, 8)}`,
    asOf,
    publishedAt: new Date().toISOString(),
    ruleVersion: input.rules,
    contentHash,
    madeUnder: input.madeUnder,
    demonstration: submission.demonstration,
    files,
    totals: totalsOf(files),
    parts: input.parts,
    plans: await readPlans(dataDir),
    tileGrid: await referenceRows(connection, dataDir, 'tile_grid'),
    regionSchemes: await referenceRows(connection, dataDir, 'region_scheme'),
  }
}

interface ManifestFile {
  path: string
  sha256: string
  unit: string
  quarter: string
  extract: string
  form: string
  encoding: string | null
  bytes: number
  fate: string
  reason: string | null
  rowsRead: number
  rowsAccepted: number
  rowsQuarantined: number
  rowsStanding: number
  rowsSuperseded: number
  rowsRetracted: number
  /** What was accepted but is to be looked at, and in how many records; 0 where it is of the whole file. */
  notes: { note: string; records: number }[]
}

async function filesOf(connection: DuckDBConnection): Promise<ManifestFile[]> {
  const rows = await rowsOf(
    connection,
    `select
      f.path, f.sha256, coalesce(f.unit, '') as unit, coalesce(f.quarter, '') as quarter,
      coalesce(f.extract, '') as extract, coalesce(f.form, '') as form, f.encoding,
      cast(f.bytes as double) as bytes, f.fate, f.reason,
      cast(f.rows_read as integer) as "rowsRead",
      cast(f.rows_accepted as integer) as "rowsAccepted",
      cast(f.rows_quarantined as integer) as "rowsQuarantined",
      cast(t.standing as integer) as "rowsStanding",
      cast(t.superseded as integer) as "rowsSuperseded",
      cast(t.retracted as integer) as "rowsRetracted",
      coalesce(n.notes, []) as notes
    from staging.file f
    join intake.file_tally t using (path)
    left join (
      select file_id, list({note: note, records: records} order by note) as notes
      from (
        select
          file_id, if(kind = 'copy', '与同一文件中的另一行相同，只计一次', note) as note,
          cast(count(line) as integer) as records
        from staging.listed group by all
      )
      group by file_id
    ) n using (file_id)
    order by f.path`,
  )
  return rows as unknown as ManifestFile[]
}

function totalsOf(files: ManifestFile[]) {
  const sum = (value: (file: ManifestFile) => number) =>
    files.reduce((total, file) => total + value(file), 0)
  return {
    filesAccepted: sum(({ fate }) => (fate === 'accepted' ? 1 : 0)),
    filesRefused: sum(({ fate }) => (fate === 'refused' ? 1 : 0)),
    rowsRead: sum(({ rowsRead }) => rowsRead),
    rowsAccepted: sum(({ rowsAccepted }) => rowsAccepted),
    rowsQuarantined: sum(({ rowsQuarantined }) => rowsQuarantined),
  }
}

function referenceRows(
  connection: DuckDBConnection,
  dataDir: string,
  table: string,
): Promise<Record<string, unknown>[]> {
  const path = `${dataDir}/reference/${table}.csv`.replaceAll("'", "''")
  return rowsOf(connection, `from read_csv('${path}', header = true, all_varchar = true)`)
}
