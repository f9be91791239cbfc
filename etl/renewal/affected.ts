import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

import type { DuckDBConnection } from '@duckdb/node-api'

import { literal, rowsOf } from '../database.ts'
import { record_extracts, type RecordExtract } from '../layouts.ts'
import { type Part, partPath } from '../parts.ts'
import type { OnProgress } from '../run.ts'
import { numberedRows, partRows } from '../staging/unit-parts.ts'
import { step } from '../step.ts'
import { CountAnew } from './carry.ts'
import type { Change } from './change.ts'

/** A statement of etl/sql/renewal. */
export function statement(name: string): Promise<string> {
  return readFile(join(import.meta.dirname, '..', 'sql', 'renewal', `${name}.sql`), 'utf8')
}

/** Once `person` is there, each after those it reads; the lists read nothing of each other. */
export const selections = [
  ['own_registration', 'family', 'member', 'registration', 'employment'],
  ['service', 'training', 'employer', 'placement', 'levy_filing'],
]

export interface Selecting {
  warehouse: string
  change: Change
  onProgress?: OnProgress | undefined
}

/**
 * Prepares the schema `renewal`: `renewal.<extract>_gone` and `_come` are rows that only one of both snapshots
 * has. `marts.reported` must be there.
 */
export async function prepareSelection(
  connection: DuckDBConnection,
  { warehouse, change }: Selecting,
): Promise<void> {
  await connection.run(`create schema renewal`)
  await recordEarlierFiles(connection, change.parts.gone)
  await connection.run(`create table renewal.newly_reported as
    select unit, extract, year from (from marts.reported except from before.reported)
    union all
    select unit, extract, year from (from before.reported except from marts.reported)`)
  await refuseFirstReports(connection)
  for (const extract of record_extracts) await sortRows(connection, warehouse, change, extract)
}

/**
 * Makes `renewal.<name>` by its statement; of an extract the rows at the places that it answers. These are,
 * of the rows that both snapshots have, those that the results of anybody depend on whose results may
 * differ. What is there beyond need is there on both sides and does no harm: see etl/renewal/renewal.ts.
 */
export async function select(
  connection: DuckDBConnection,
  name: string,
  { change, onProgress }: Selecting,
): Promise<void> {
  const sql = await statement(name)
  const extract = record_extracts.find((one) => one === (extract_of[name] ?? name))
  const table = extract === undefined ? name : `${name}_place`
  await step(connection, { name: `选取 ${name}`, onProgress }, async () => {
    await connection.run(`create table renewal.${table} as\n${sql}`)
    if (extract === undefined) return
    await readPlaces(connection, { name, extract, rows: beside(change, extract) })
  })
}

/** Selections of an extract's rows under another name. */
const extract_of: Partial<Record<string, RecordExtract>> = { lead_filing: 'levy_filing' }

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

/** The table of an extract's rows that lie in no part. */
function beside({ parts }: Change, extract: RecordExtract): string {
  const hasParts = [...parts.both, ...parts.come].some((part) => part.extract === extract)
  return `staging.${extract}${hasParts ? '_row' : ''}`
}

/**
 * `renewal.<extract>_gone` and `_come`, whole; and views of the others with the `part` that each row lies in
 * and its `place` there: `_both`, `_near` (of the units that changed); `_changed` is what is gone or come.
 */
async function sortRows(
  connection: DuckDBConnection,
  warehouse: string,
  change: Change,
  extract: RecordExtract,
): Promise<void> {
  const of = (some: readonly Part[]) => some.filter((part) => part.extract === extract)
  const paths = (some: readonly Part[]) => some.map((part) => partPath(warehouse, part))
  const { both, gone, come } = change.parts
  const changed = new Set(of([...gone, ...come]).map(({ unit }) => unit))
  const near = of(both).filter(({ unit }) => changed.has(unit))
  const fresh = [-1, ...change.beside].join(', ')
  const rows = beside(change, extract)
  const and = (some: readonly Part[], sql: (paths: string[]) => string) =>
    some.length === 0 ? '' : `union all by name ${sql(paths(some))}`
  const known = `select *, '${rows}' as part, rowid as place from ${rows}
    where file_id not in (${fresh})`
  const placed = (files: string[]) => `select * exclude (filename, file_row_number),
      filename as part, file_row_number as place
    from ${placedFiles(files)}`
  await connection.run(`
    create view renewal.${extract}_both as ${known} ${and(of(both), placed)};
    create view renewal.${extract}_near as ${known} ${and(near, placed)};
    create table renewal.${extract}_come as
    from ${rows} where file_id in (${fresh})
    ${and(of(come), (files) => partRows(extract, files))};
    create table renewal.${extract}_gone as
    from ${rows} where false
    ${and(of(gone), (files) => partRows(extract, files, 'renewal.earlier_file'))};
    create view renewal.${extract}_changed as
    from renewal.${extract}_come union all from renewal.${extract}_gone`)
}

function placedFiles(files: readonly string[]): string {
  return `read_parquet([${files.map(literal).join(', ')}],
    hive_partitioning = false, filename = true, file_row_number = true)`
}

/** Of which places in a part it is quicker to name each than to go through all. */
const few_places = 2000

/** `renewal.<name>`: the rows at `renewal.<name>_place`, read only where they lie. */
async function readPlaces(
  connection: DuckDBConnection,
  { name, extract, rows }: { name: string; extract: RecordExtract; rows: string },
): Promise<void> {
  const places = `renewal.${name}_place`
  const parts = await rowsOf(
    connection,
    `select part, cast(count(*) as integer) as count,
      if(count(*) <= ${few_places}, string_agg(place, ', '), '') as places
    from ${places} where part <> '${rows}' group by part order by part`,
  )
  const plain = '* exclude (filename, file_row_number)'
  const few = parts
    .filter(({ count }) => Number(count) <= few_places)
    .map(
      ({ part, places }) => `select ${plain} from ${placedFiles([String(part)])}
        where file_row_number in (${String(places)})`,
    )
  const many = parts.filter(({ count }) => Number(count) > few_places)
  const whole = `select ${plain} from ${placedFiles(many.map(({ part }) => String(part)))} f
    semi join ${places} s on s.part = f.filename and s.place = f.file_row_number`
  const sources = many.length === 0 ? few : [...few, whole]
  const kept =
    sources.length === 0
      ? ''
      : `union all by name ${numberedRows(extract, `(${sources.join(' union all ')})`)}`
  await connection.run(`create table renewal.${name} as
    select * from ${rows}
    where rowid in (select place from ${places} where part = '${rows}')
    ${kept}`)
}
