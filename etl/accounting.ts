import type { DuckDBConnection } from '@duckdb/node-api'

import { rowsOf } from './database.ts'

/** The rows of one extract's files: read = standing + quarantined + superseded + retracted. */
export interface Tally {
  extract: string
  filesAccepted: number
  filesRefused: number
  read: number
  /** Stand after all submissions. */
  standing: number
  quarantined: number
  /** Replaced or withdrawn by a later row, or the copy of a row in the same file. */
  superseded: number
  /** Rows that say 作废. */
  retracted: number
}

/**
 * Tallies the load by extract, from `standing.file_rows`. Throws an Error naming the file where a row that
 * was read is neither standing, quarantined, superseded nor retracted.
 */
export async function accountForFiles(connection: DuckDBConnection): Promise<Tally[]> {
  await connection.run(`
    create or replace table intake.file_tally as
    with copied as (
      select file_id, count(*) as rows from intake.listed where kind = 'copy' group by file_id
    )
    select
      f.path, coalesce(f.extract, '') as extract, f.fate, f.rows_read as read,
      coalesce(r.standing, 0) as standing, f.rows_quarantined as quarantined,
      coalesce(r.accepted - r.retracted - r.standing, 0) + coalesce(c.rows, 0) as superseded,
      coalesce(r.retracted, 0) as retracted
    from staging.file f
    left join standing.file_rows r using (file_id)
    left join copied c using (file_id)`)
  await refuseLostRows(connection)
  const rows = await rowsOf(
    connection,
    `select
      extract,
      cast(count(*) filter (fate = 'accepted') as integer) as "filesAccepted",
      cast(count(*) filter (fate = 'refused') as integer) as "filesRefused",
      ${['read', 'standing', 'quarantined', 'superseded', 'retracted'].map((name) => `cast(sum(${name}) as integer) as ${name}`).join(', ')}
    from intake.file_tally group by extract order by extract`,
  )
  return rows as unknown as Tally[]
}

async function refuseLostRows(connection: DuckDBConnection): Promise<void> {
  const [lost] = await rowsOf(
    connection,
    `from intake.file_tally
    where read <> standing + quarantined + superseded + retracted or superseded < 0`,
  )
  if (!lost) return
  throw new Error(`The rows of ${String(lost['path'])} do not add up: ${JSON.stringify(lost)}`)
}
