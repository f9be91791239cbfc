import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'

import type { DuckDBConnection } from '@duckdb/node-api'
import { z } from 'zod'

import { literal, rowsOf } from '../database.ts'
import type { FileResult, Submitted } from '../intake/read-extract.ts'
import type { Layout } from '../layouts.ts'
import { keepPart, partPath, soundPart, type Part } from '../parts.ts'

/** Where what was staged of a unit's files is kept, so that the next load need not read them again. */
export interface PartStore {
  warehouse: string
  /** Hash of what decides, beside the files, what becomes of them: the rules and the key. */
  rules: string
  /** Those that the current snapshot names. */
  known: readonly Part[]
  /** Files of fewer bytes together are read again sooner than a part is. */
  from?: number | undefined
}

/** A unit's files of one extract, in the order of submission. */
export interface UnitFiles {
  unit: string
  files: Submitted[]
  madeFrom: string
}

/** The same files as they were staged before: their rows, and what became of the others. */
export interface KeptUnit extends UnitFiles {
  rows: Part
  fates: Part
}

const least_bytes = 1 << 20
const fateOf = (extract: string) => `${extract}.fates`

const result = z.object({
  encoding: z.string().nullable(),
  reason: z.string().nullable(),
  rowsRead: z.number(),
  notes: z.array(z.string()),
})

/** Tells the units whose files of an extract lie staged in the warehouse from those to be kept there. */
export async function unitsOf(
  store: PartStore,
  extract: string,
  files: readonly Submitted[],
): Promise<{ kept: KeptUnit[]; fresh: UnitFiles[] }> {
  const kept: KeptUnit[] = []
  const fresh: UnitFiles[] = []
  for (const unit of largeUnits(store, extract, files)) {
    const part = (name: string) =>
      store.known.find((one) => one.extract === name && one.madeFrom === unit.madeFrom)
    const [rows, fates] = [part(extract), part(fateOf(extract))]
    const isThere =
      rows &&
      fates &&
      (await soundPart(store.warehouse, rows)) &&
      (await soundPart(store.warehouse, fates))
    if (isThere) kept.push({ ...unit, rows, fates })
    else fresh.push(unit)
  }
  return { kept, fresh }
}

function largeUnits(
  { rules, from = least_bytes }: PartStore,
  extract: string,
  files: readonly Submitted[],
): UnitFiles[] {
  const byUnit = new Map<string, Submitted[]>()
  for (const file of files)
    byUnit.set(file.unit ?? '', [...(byUnit.get(file.unit ?? '') ?? []), file])
  return [...byUnit]
    .filter(([, own]) => own.reduce((sum, { bytes }) => sum + bytes, 0) >= from)
    .map(([unit, own]) => {
      const content = [rules, extract, unit, own.map(({ path, sha256 }) => [path, sha256])]
      const madeFrom = createHash('sha256').update(JSON.stringify(content)).digest('hex')
      return { unit, files: own, madeFrom }
    })
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
export function partRows(extract: string, paths: readonly string[]): string {
  return `select p.* exclude (file_number), f.file_id, f.quarter, f.submitted_order
    from read_parquet([${paths.map(literal).join(', ')}], hive_partitioning = false) p
    join (from intake.submission where extract = '${extract}') f using (unit, file_number)`
}

/** Brings what became of kept units' files into the tables of `intake`; answers the files' results. */
export async function recallFates(
  connection: DuckDBConnection,
  { extract }: Layout,
  paths: readonly string[],
): Promise<Map<number, FileResult>> {
  if (paths.length === 0) return new Map()
  await connection.run(`create or replace temp table recalled as ${partRows(extract, paths)}`)
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
 * Keeps what was made of units' files, whose rows lie in `folder` by unit; a unit with a refused file is
 * read again the next time. Answers the parts, and the rows' files wherever they lie now.
 */
export async function keepUnits(
  connection: DuckDBConnection,
  input: { layout: Layout; units: readonly UnitFiles[]; store: PartStore; folder: string },
  results: ReadonlyMap<number, FileResult>,
): Promise<{ parts: Part[]; paths: string[] }> {
  const { layout, units, store, folder } = input
  const { extract } = layout
  const fates = `${folder}.fates`
  await writeByUnit(connection, fatesSql(extract, units, results), fates)
  const parts: Part[] = []
  const paths: string[] = []
  for (const { unit, files, madeFrom } of units) {
    const [ownRows, ownFates] = [fileOf(folder, unit), fileOf(fates, unit)]
    if (ownRows === null || ownFates === null) continue
    if (files.some(({ fileId }) => results.get(fileId)?.reason !== null)) {
      paths.push(ownRows)
      continue
    }
    const keep = async (name: string, file: string) => {
      const rows = await rowsIn(connection, file)
      return keepPart(store.warehouse, file, { extract: name, unit, madeFrom, rows })
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

function fatesSql(
  extract: string,
  units: readonly UnitFiles[],
  results: ReadonlyMap<number, FileResult>,
): string {
  const read = units
    .flatMap(({ files }) => files)
    .map(({ fileId }) => `(${String(fileId)}, ${literal(JSON.stringify(results.get(fileId)))})`)
  return `select unit, file_number, n.* exclude (file_id)
    from (
      select file_id, 'quarantined' as fate, line, column_name, rule, value, null as kind
      from intake.quarantine where extract = '${extract}'
      union all
      select file_id, 'listed', line, column_name, rule, value, kind from intake.listed
      union all
      select file_id, 'mended', line, null, null, null, null from intake.mended
      union all
      select file_id, 'misshapen', line, null, rule, null, null from intake.structure_fault
      union all
      select file_id, 'read', null, null, null, value, null
      from (values ${read.join(', ')}) r(file_id, value)
    ) n
    join intake.submission using (file_id)
    where extract = '${extract}' and unit in (${units.map(({ unit }) => literal(unit)).join(', ')})`
}
