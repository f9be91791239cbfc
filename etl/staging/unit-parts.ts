import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'

import type { DuckDBConnection } from '@duckdb/node-api'
import { z } from 'zod'

import { literal, rowsOf } from '../database.ts'
import type { FileResult } from '../intake/read-extract.ts'
import { isOfRecords, type Layout } from '../layouts.ts'
import { keepPart, partPath, soundPart, type Part, type PartFolder } from '../parts.ts'
import type { Submission } from '../submission.ts'

/** Where what was staged of a unit's files is kept, so that the next load need not read them again. */
export interface PartStore extends PartFolder {
  /** Hash of what decides, beside the files, what becomes of them: the rules and the key. */
  rules: string
  /** Those that the current snapshot names. */
  known: readonly Part[]
  /** Files of fewer bytes together, of which each counts some more, are read again sooner than a part is. */
  leastBytes?: number | undefined
}

export type SubmittedFile = Submission['files'][number]

/** Files as they were staged before: their rows, and what became of the others. */
interface KeptPart {
  rows: Part
  fates: Part
}

/** A unit's files of one extract, in the order of submission. */
export interface UnitFiles {
  unit: string
  files: SubmittedFile[]
  /** Of the first of them, each part on top of those before it. */
  kept: KeptPart[]
  /** The others, which make one more part. */
  fresh: SubmittedFile[]
}

const least_bytes = 1 << 16

/** What it costs to open a file, in bytes that are read in that time. Of records it is not asked: one more file would make parts of them, and the marts could not be carried on. */
const bytes_to_open = 1 << 14
const fateOf = (extract: string) => `${extract}.fates`

const result = z.object({
  encoding: z.string().nullable(),
  reason: z.string().nullable(),
  isLasting: z.boolean(),
  rowsRead: z.number(),
  notes: z.array(z.string()),
})

/** The units whose files of an extract are to be kept staged, with what of them lies in the warehouse. */
export async function unitsOf(
  store: PartStore,
  extract: string,
  files: readonly SubmittedFile[],
): Promise<UnitFiles[]> {
  const byUnit = new Map<string, SubmittedFile[]>()
  const inOrder = files.toSorted((a, b) => a.submittedOrder - b.submittedOrder)
  for (const file of inOrder)
    byUnit.set(file.unit ?? '', [...(byUnit.get(file.unit ?? '') ?? []), file])
  const large = [...byUnit].filter(
    ([, own]) => effortOf(extract, own) >= (store.leastBytes ?? least_bytes),
  )
  const units: UnitFiles[] = []
  for (const [unit, own] of large) {
    const kept = await keptOf(store, { extract, unit, files: own })
    const known = kept.reduce((sum, { rows }) => sum + rows.paths.length, 0)
    units.push({ unit, files: own, kept, fresh: own.slice(known) })
  }
  return units
}

export function bytesOf(files: readonly SubmittedFile[]): number {
  return files.reduce((sum, { bytes }) => sum + bytes, 0)
}

function effortOf(extract: string, files: readonly SubmittedFile[]): number {
  return bytesOf(files) + (isOfRecords({ extract }) ? 0 : files.length * bytes_to_open)
}

interface Place {
  extract: string
  unit: string
  files: readonly SubmittedFile[]
}

/** The sound parts of the first of the files. */
async function keptOf(store: PartStore, { extract, unit, files }: Place): Promise<KeptPart[]> {
  const kept: KeptPart[] = []
  const part = async (name: string, from: number) => {
    const own = store.known.filter(
      (one) =>
        one.extract === name &&
        one.unit === unit &&
        one.from === from &&
        one.madeFrom === madeFrom(store, extract, files.slice(0, from + one.paths.length)),
    )
    for (const one of own) if (await soundPart(store, one)) return one
    return undefined
  }
  for (let at = 0; at < files.length;) {
    const [rows, fates] = [await part(extract, at), await part(fateOf(extract), at)]
    if (!rows || fates?.madeFrom !== rows.madeFrom) break
    kept.push({ rows, fates })
    at += rows.paths.length
  }
  return kept
}

function madeFrom({ rules }: PartStore, extract: string, files: readonly SubmittedFile[]): string {
  const content = [rules, extract, files[0]?.unit, files.map(({ path, sha256 }) => [path, sha256])]
  return createHash('sha256').update(JSON.stringify(content)).digest('hex')
}

/** Where a kind of the parts of units lies. */
export function pathsOf(
  { warehouse }: PartStore,
  units: readonly UnitFiles[],
  which: keyof KeptPart,
): string[] {
  return units.flatMap(({ kept }) => kept.map((part) => partPath(warehouse, part[which])))
}

/** Writes rows that have a `unit` to `folder`, a Parquet file a unit. */
export async function writeByUnit(
  connection: DuckDBConnection,
  rows: string,
  folder: string,
): Promise<void> {
  await connection.run(`copy (${rows}) to ${literal(folder)}
    (format parquet, partition_by (unit), write_partition_columns true)`)
}

/** Of the folder that `writeByUnit` wrote; null where the unit has no row. */
function fileOf(folder: string, unit: string): string | null {
  const path = join(folder, `unit=${unit}`, 'data_0.parquet')
  return existsSync(path) ? path : null
}

/** The rows of `writeByUnit`'s files as those of `staging.<extract>`: with the files as this load numbers them. */
export function partRows(
  extract: string,
  paths: readonly string[],
  numbered = 'intake.submission',
): string {
  const files = paths.map(literal).join(', ')
  return numberedRows(extract, `read_parquet([${files}], hive_partitioning = false)`, numbered)
}

/** The same of rows that are read otherwise. */
export function numberedRows(
  extract: string,
  source: string,
  numbered = 'intake.submission',
): string {
  return `select p.* exclude (file_number), f.file_id, f.quarter, f.submitted_order
    from ${source} p
    join (from ${numbered} where extract = '${extract}') f using (unit, file_number)`
}

/** Brings what became of kept units' files into the tables of `intake`; answers the files' results. */
export async function recallFates(
  connection: DuckDBConnection,
  { extract }: Layout,
  paths: readonly string[],
): Promise<Map<number, FileResult>> {
  await connection.run(`create or replace temp table recalled as
    from (${partRows(extract, paths)}) where fate <> 'mendable'`)
  const fate = (name: string) => `from recalled where fate = '${name}'`
  await connection.run(`
    insert into intake.quarantine
    select file_id, line, column_name, rule, value, '${extract}' ${fate('quarantined')};
    insert into intake.listed select file_id, line, column_name, rule, value, kind ${fate('listed')};
    insert into intake.mended select file_id, line ${fate('mended')};
    insert into intake.structure_fault select file_id, line, rule ${fate('misshapen')}`)
  const read = await rowsOf(connection, `select file_id as id, value ${fate('read')}`)
  await connection.run('drop table recalled')
  return new Map(read.map(({ id, value }) => [Number(id), result.parse(JSON.parse(String(value)))]))
}

/**
 * Keeps what was made of units' fresh files, whose rows lie in `folder` by unit; where one of them may come to
 * something else they are read again the next time. Answers the parts, and the rows' files wherever they lie now.
 */
export async function keepUnits(
  connection: DuckDBConnection,
  input: { layout: Layout; units: readonly UnitFiles[]; store: PartStore; folder: string },
  results: ReadonlyMap<number, FileResult>,
): Promise<{ parts: Part[]; paths: string[] }> {
  const { layout, units, store, folder } = input
  const { extract } = layout
  if (units.length === 0) return { parts: [], paths: [] }
  const fates = `${folder}.fates`
  await writeByUnit(connection, fatesSql(extract, units, results), fates)
  const parts: Part[] = []
  const paths: string[] = []
  for (const { unit, files, fresh } of units) {
    const [ownRows, ownFates] = [fileOf(folder, unit), fileOf(fates, unit)]
    if (ownRows === null || ownFates === null) continue
    if (fresh.some(({ fileId }) => results.get(fileId)?.isLasting !== true)) {
      paths.push(ownRows)
      continue
    }
    const about = {
      ...{ unit, from: files.length - fresh.length, paths: fresh.map(({ path }) => path) },
      madeFrom: madeFrom(store, extract, files),
    }
    const keep = async (name: string, file: string) => {
      const rows = await rowsIn(connection, file)
      return keepPart(store, file, { extract: name, ...about, rows })
    }
    const kept = await keep(extract, ownRows)
    parts.push(kept, await keep(fateOf(extract), ownFates))
    paths.push(partPath(store.warehouse, kept))
  }
  return { parts, paths }
}

async function rowsIn(connection: DuckDBConnection, file: string): Promise<number> {
  const [row] = await rowsOf(
    connection,
    `select cast(num_rows as double) as rows from parquet_file_metadata(${literal(file)})`,
  )
  return Number(row?.['rows'])
}

/** What became of the units' fresh files, and which rows of the files before they mend. */
function fatesSql(
  extract: string,
  units: readonly UnitFiles[],
  results: ReadonlyMap<number, FileResult>,
): string {
  const fresh = units.flatMap((unit) => unit.fresh).map(({ fileId }) => fileId)
  const read = fresh.map((id) => `(${String(id)}, ${literal(JSON.stringify(results.get(id)))})`)
  return `select unit, file_number, n.* exclude (file_id)
    from (
      select file_id, 'quarantined' as fate, line, column_name, rule, value from intake.quarantine
      where extract = '${extract}'
      union all by name
      select file_id, 'listed' as fate, line, column_name, rule, value, kind from intake.listed
      union all by name
      select file_id, 'mended' as fate, line from intake.mended
      union all by name
      select file_id, 'misshapen' as fate, line, rule from intake.structure_fault
      union all by name
      select file_id, 'read' as fate, value from (values ${read.join(', ')}) r(file_id, value)
      union all by name
      select 'mendable' as fate, * from intake.mendable
      anti join intake.mended using (file_id, line)
    ) n
    join intake.submission using (file_id)
    where extract = '${extract}' and unit in (${units.map(({ unit }) => literal(unit)).join(', ')})
      and (fate = 'mended' or file_id in (${fresh.join(', ')}))`
}

/** Forgets what was made of units' files, none of which was recalled yet. */
export async function forget(
  connection: DuckDBConnection,
  extract: string,
  units: readonly string[],
): Promise<void> {
  const own = `select file_id from intake.submission
    where extract = '${extract}' and unit in (${units.map(literal).join(', ')})`
  for (const table of ['quarantine', 'listed', 'mended', 'structure_fault'])
    await connection.run(`delete from intake.${table} where file_id in (${own})`)
}
