import { createHash } from 'node:crypto'
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
interface UnitFiles {
  unit: string
  files: Submitted[]
  madeFrom: string
}

/** The same files as they were staged before: their rows, and what became of the others. */
interface KeptUnit extends UnitFiles {
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

/** Brings kept units into `staging.<extract>` and the tables of `intake`; answers their parts. */
export async function recallUnits(
  connection: DuckDBConnection,
  { layout, kept, warehouse }: { layout: Layout; kept: readonly KeptUnit[]; warehouse: string },
  results: Map<number, FileResult>,
): Promise<Part[]> {
  const { extract } = layout
  for (const { files, rows, fates } of kept) {
    const numbered = numbers(files)
    await connection.run(`
      insert into staging.${extract} by name
      select p.* exclude (file_number), f.file_id, f.unit, f.quarter, f.submitted_order
      from ${parquet(warehouse, rows)} p join ${numbered} using (file_number)
      join intake.submission f using (file_id)`)
    const fate = (name: string) =>
      `from ${parquet(warehouse, fates)} join ${numbered} using (file_number) where fate = '${name}'`
    await connection.run(`
      insert into intake.quarantine
      select file_id, line, column_name, rule, value, '${extract}' ${fate('quarantined')}`)
    await connection.run(`
      insert into intake.listed select file_id, line, column_name, rule, value, kind ${fate('listed')}`)
    await connection.run(`insert into intake.mended select file_id, line ${fate('mended')}`)
    await connection.run(`
      insert into intake.structure_fault select file_id, line, rule ${fate('misshapen')}`)
    for (const { id, value } of await rowsOf(
      connection,
      `select file_id as id, value ${fate('read')}`,
    ))
      results.set(Number(id), result.parse(JSON.parse(String(value))))
  }
  return kept.flatMap(({ rows, fates }) => [rows, fates])
}

/** Keeps what was made of units' files; a unit with a refused file is read again the next time. */
export async function keepUnits(
  connection: DuckDBConnection,
  input: { layout: Layout; fresh: readonly UnitFiles[]; store: PartStore; work: string },
  results: ReadonlyMap<number, FileResult>,
): Promise<Part[]> {
  const { layout, fresh, store, work } = input
  const { extract } = layout
  const parts: Part[] = []
  for (const { unit, files, madeFrom } of fresh) {
    const read = files.map(({ fileId }) => results.get(fileId))
    if (read.some((one) => one?.reason !== null)) continue
    const keep = async (name: string, sql: string) => {
      const file = join(work, `${name}-${unit}.parquet`)
      const { rowsChanged } = await connection.run(
        `copy (${sql}) to ${literal(file)} (format parquet)`,
      )
      const about = { extract: name, unit, madeFrom, rows: rowsChanged }
      parts.push(await keepPart(store.warehouse, file, about))
    }
    await keep(extract, rowsSql(extract, files))
    await keep(fateOf(extract), fatesSql(extract, files, read))
  }
  return parts
}

function rowsSql(extract: string, files: readonly Submitted[]): string {
  return `select file_number, t.* exclude (file_id, unit, quarter, submitted_order)
    from staging.${extract} t join ${numbers(files)} using (file_id)
    where t.file_id in (${files.map(({ fileId }) => fileId).join(', ')})`
}

function fatesSql(
  extract: string,
  files: readonly Submitted[],
  read: readonly (FileResult | undefined)[],
): string {
  const results = files.map(
    ({ fileId }, at) => `(${String(fileId)}, ${literal(JSON.stringify(read[at]))})`,
  )
  return `select file_number, f.* exclude (file_id)
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
      from (values ${results.join(', ')}) r(file_id, value)
    ) f
    join ${numbers(files)} using (file_id)`
}

/** A file's number within its unit: its own changes when another unit sends one more. */
function numbers(files: readonly Submitted[]): string {
  const pairs = files.map(({ fileId }, at) => `(${String(fileId)}, ${String(at)})`)
  return `(values ${pairs.join(', ')}) n(file_id, file_number)`
}

function parquet(warehouse: string, part: Part): string {
  return `read_parquet(${literal(partPath(warehouse, part))})`
}
