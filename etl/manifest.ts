import type { DuckDBConnection } from '@duckdb/node-api'

import { rowsOf } from './database.ts'
import type { LoadInput } from './load.ts'
import { readPlans } from './plans.ts'

/** What the server reads beside the marts: the snapshot's own description and the plans it was made by. */
export async function manifestFor(
  connection: DuckDBConnection,
  input: LoadInput & { asOf: string },
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
    demonstration: submission.demonstration,
    files,
    totals: totalsOf(files),
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
  fate: string
  reason: string | null
  rowsRead: number
  rowsAccepted: number
  rowsQuarantined: number
}

async function filesOf(connection: DuckDBConnection): Promise<ManifestFile[]> {
  const rows = await rowsOf(
    connection,
    `select
      path, sha256, coalesce(unit, '') as unit, coalesce(quarter, '') as quarter,
      coalesce(extract, '') as extract, coalesce(form, '') as form, fate, reason,
      cast(rows_read as integer) as "rowsRead", cast(rows_accepted as integer) as "rowsAccepted",
      cast(rows_quarantined as integer) as "rowsQuarantined"
    from staging.file order by path`,
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
