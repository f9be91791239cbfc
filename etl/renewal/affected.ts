import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

import type { DuckDBConnection } from '@duckdb/node-api'

import { rowsOf } from '../database.ts'
import { type Part, partPath } from '../parts.ts'
import type { OnProgress } from '../run.ts'
import { partRows } from '../staging/unit-parts.ts'
import { step } from '../step.ts'
import { CountAnew } from './carry.ts'
import { type Change, record_extracts, type RecordExtract } from './change.ts'

/** A statement of etl/sql/renewal. */
export function statement(name: string): Promise<string> {
  return readFile(join(import.meta.dirname, '..', 'sql', 'renewal', `${name}.sql`), 'utf8')
}

/** Each after those it reads. */
const selections = [
  'person',
  'own_registration',
  'family',
  'member',
  'registration',
  'employment',
  'service',
  'training',
  'employer',
  'placement',
  'levy_filing',
]

/**
 * Makes `renewal.<extract>`: of the rows that both snapshots have, those that the results of anybody depend
 * on whose results may differ; and `renewal.<extract>_gone` and `_come`, those that only one of them has.
 * What is there beyond need is there on both sides and does no harm: see etl/renewal/renewal.ts.
 */
export async function selectAffected(
  connection: DuckDBConnection,
  {
    warehouse,
    change,
    onProgress,
  }: { warehouse: string; change: Change; onProgress?: OnProgress | undefined },
): Promise<void> {
  await connection.run(`create schema renewal; set parquet_metadata_cache = true`)
  await recordEarlierFiles(connection, change.parts.gone)
  await connection.run(`create table renewal.newly_reported as
    select unit, extract, year from (from marts.reported except from before.reported)
    union all
    select unit, extract, year from (from before.reported except from marts.reported)`)
  await refuseFirstReports(connection)
  for (const extract of record_extracts) await sortRows(connection, warehouse, change, extract)
  for (const name of selections) {
    const select = await statement(name)
    await step(connection, { name: `选取 ${name}`, onProgress }, () =>
      connection.run(`create table renewal.${name} as\n${select}`),
    )
  }
}

/** What a unit reports for the first time, be it of no year, shows what is known of all its people. */
async function refuseFirstReports(connection: DuckDBConnection): Promise<void> {
  const [first] = await rowsOf(
    connection,
    'select unit, extract from renewal.newly_reported where year is null limit 1',
  )
  if (first === undefined) return
  const { unit, extract } = first
  throw new CountAnew(`${String(unit)} reports ${String(extract)} for the first time, or no longer`)
}

/** The files of parts that are no longer named, as this load numbers and orders them. */
async function recordEarlierFiles(
  connection: DuckDBConnection,
  gone: readonly Part[],
): Promise<void> {
  const files = gone.flatMap(({ extract, unit, from, paths }) =>
    paths.map((path, at) => ({ extract, unit, path, file_number: from + at })),
  )
  const shape = { extract: 'VARCHAR', unit: 'VARCHAR', path: 'VARCHAR', file_number: 'INTEGER' }
  await connection.run(
    `create table renewal.earlier_file as
    select distinct e.extract, e.unit, e.file_number, f.file_id, f.quarter, f.submitted_order
    from (select unnest(r) from (select unnest(from_json($1, $2)) as r)) e
    join (select path, file_id, quarter, submitted_order from intake.submission) f using (path)`,
    [JSON.stringify(files), JSON.stringify([shape])],
  )
}

/** `renewal.<extract>_gone` and `_come`, and views of the rest: `_both`, `_near` (of the units that changed), `_changed`. */
async function sortRows(
  connection: DuckDBConnection,
  warehouse: string,
  { parts, beside }: Change,
  extract: RecordExtract,
): Promise<void> {
  const of = (some: readonly Part[]) => some.filter((part) => part.extract === extract)
  const [both, gone, come] = [of(parts.both), of(parts.gone), of(parts.come)]
  const changed = new Set([...gone, ...come].map(({ unit }) => unit))
  const near = both.filter(({ unit }) => changed.has(unit))
  const hasParts = both.length + come.length > 0
  const loose = `from staging.${extract}${hasParts ? '_row' : ''}
    where file_id in (${[-1, ...beside].join(', ')})`
  const rows = (start: string, some: readonly Part[], numbered?: string) => {
    const paths = some.map((part) => partPath(warehouse, part))
    return some.length === 0
      ? start
      : `${start} union all by name ${partRows(extract, paths, numbered)}`
  }
  const known = loose.replace(' in ', ' not in ')
  await connection.run(`
    create view renewal.${extract}_both as ${rows(known, both)};
    create view renewal.${extract}_near as ${rows(known, near)};
    create table renewal.${extract}_come as ${rows(loose, come)};
    create table renewal.${extract}_gone as
    ${rows(`${loose} and false`, gone, 'renewal.earlier_file')};
    create view renewal.${extract}_changed as
    from renewal.${extract}_come union all from renewal.${extract}_gone`)
}
