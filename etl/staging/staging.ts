import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

import type { DuckDBConnection } from '@duckdb/node-api'

import { namesIn } from '../durable.ts'
import type { Layout } from '../layouts.ts'
import { createMacros } from '../macros.ts'
import { listedRows } from './listed-sql.ts'
import { mendableBefore, mendableRows, mendedRows } from './mended-sql.ts'
import { listCopies, quarantineConflicts, repeatedRows } from './repeated-sql.ts'
import { stagedRows } from './staged-sql.ts'
import type { Place } from './plain-files.ts'
import { columnFaults, typedRows, typedTable } from './typed-sql.ts'
import { partRows, writeByUnit } from './unit-parts.ts'

const sql = join(import.meta.dirname, '..', 'sql')

/** The tables that intake and staging share, and the macros. `reference.region_unit` must be there. */
export async function prepareStaging(
  connection: DuckDBConnection,
  layouts: readonly Layout[],
): Promise<void> {
  for (const schema of ['intake', 'staging']) await connection.run(`create schema ${schema}`)
  // What lies a moment is not worth a disk: a batch of it finds room in memory.
  for (const memory of ['raw', 'typed']) await connection.run(`attach ':memory:' as ${memory}`)
  await connection.run(`
    create table intake.structure_fault (file_id integer, line bigint, rule varchar)`)
  await connection.run(`
    create table intake.repeated (
      file_id integer, line bigint, first_line bigint, variants bigint, value varchar
    )`)
  await connection.run('create table intake.mended (file_id integer, line bigint)')
  for (const table of ['quarantine', 'listed']) {
    await connection.run(`
      create table intake.${table} (
        file_id integer, line bigint, column_name varchar, rule varchar, value varchar,
        ${table === 'listed' ? 'kind' : 'extract'} varchar
      )`)
  }
  for (const { extract, columns } of layouts) {
    const cells = columns.map(({ name }) => `${name} varchar`)
    await connection.run(
      `create table raw.${extract} (file_id integer, line bigint, shape varchar, ${cells.join(', ')})`,
    )
  }
  for (const table of ['valid_region', 'unsucceeded']) {
    const codes = await readFile(join(sql, 'reference', `${table}.sql`), 'utf8')
    await connection.run(`create or replace table reference.${table} as ${codes}`)
  }
  await connection.run(`set variable region_bits = (
    select bitstring_agg(cast(code as integer), 0, 999999) from reference.valid_region
  )`)
  await createMacros(connection, 'macros')
}

/**
 * Turns what `read` adds and `raw.<extract>` into rows of `staging.<extract>`, or, named a `folder`, into
 * Parquet files there by unit; their faults into `intake.quarantine`. The files are all of their units, or
 * come after those of which the Parquet files `before` tell the fates.
 */
export async function stage(
  connection: DuckDBConnection,
  layout: Layout,
  {
    read,
    folder,
    before = [],
  }: {
    read: (place: Place) => Promise<void>
    folder?: string | undefined
    before?: readonly string[]
  },
): Promise<void> {
  const { extract } = layout
  const checks = await checksOf(extract)
  const table = `typed.${extract}_row`
  await connection.run(typedTable(layout, checks))
  await read({ table, added: 0, add: (source) => typedRows(layout, source, checks) })
  if (await has(connection, `from raw.${extract}`)) {
    const cells = layout.columns.map(({ name }) => name).join(', ')
    const raw = `select file_id, null as shift, line, ${cells} from raw.${extract}`
    await connection.run(typedRows(layout, raw, checks))
    await connection.run(`truncate raw.${extract}`)
  }
  const isEmpty = !(await has(connection, `from ${table}`))
  if (!isEmpty) await judge(connection, layout, checks)
  const staged = await writeStaged(connection, layout, folder)
  if (staged !== null && !isEmpty) {
    const listed = listedRows(layout, staged)
    if (listed !== null) await connection.run(listed)
  }
  await mend(connection, layout, { staged, before, isKept: folder !== undefined })
  await connection.run(`drop view typed.${extract}; drop table ${table}`)
}

/** Answers the rows in SQL; null where the folder has none. */
async function writeStaged(
  connection: DuckDBConnection,
  layout: Layout,
  folder: string | undefined,
): Promise<string | null> {
  const { extract } = layout
  if (folder === undefined) {
    const rows = stagedRows(layout, 'file_id')
    await connection.run(`create or replace table staging.${extract} as ${rows}`)
    return `from staging.${extract}`
  }
  await writeByUnit(connection, stagedRows(layout, 'file_number'), folder)
  return namesIn(folder).length === 0 ? null : partRows(extract, [`${folder}/*/*`])
}

async function mend(
  connection: DuckDBConnection,
  layout: Layout,
  input: { staged: string | null; before: readonly string[]; isKept: boolean },
): Promise<void> {
  const { staged, before, isKept } = input
  const quarantined = `from intake.quarantine where extract = '${layout.extract}'`
  if (!isKept && !(await has(connection, quarantined))) return
  await connection.run(mendableRows(layout))
  if (before.length > 0) await connection.run(mendableBefore(layout, before))
  if (staged !== null) await connection.run(mendedRows(layout, staged))
}

/** `staging.<extract>` of the rows that lie there and those in the files that `stage` wrote by unit. */
export async function addParts(
  connection: DuckDBConnection,
  { extract }: Layout,
  paths: readonly string[],
): Promise<void> {
  if (paths.length === 0) return
  await connection.run(`alter table staging.${extract} rename to ${extract}_row`)
  await connection.run(`create view staging.${extract} as
    from staging.${extract}_row union all by name ${partRows(extract, paths)}`)
}

/** What an extract that nobody sent is spared: planning these statements is most of a small load. */
async function judge(
  connection: DuckDBConnection,
  layout: Layout,
  checks: readonly string[],
): Promise<void> {
  const { extract } = layout
  if (await has(connection, `from typed.${extract} where is_faulty`)) {
    await connection.run(columnFaults(layout))
  }
  for (const check of checks) {
    await connection.run(`insert into intake.quarantine select *, '${extract}' from (${check})`)
  }
  await connection.run(repeatedRows(layout))
  await connection.run(quarantineConflicts(layout))
  await connection.run(listCopies(layout))
}

async function has(connection: DuckDBConnection, rows: string): Promise<boolean> {
  const reader = await connection.runAndReadAll(`select exists(${rows})`)
  return reader.getRowsJson()[0]?.[0] === true
}

async function checksOf(extract: string): Promise<string[]> {
  const folder = join(sql, 'checks')
  const files = (await readdir(folder)).filter((file) => file.startsWith(`${extract}__`)).sort()
  return Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')))
}
