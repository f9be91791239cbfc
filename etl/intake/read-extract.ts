import { lstatSync, symlinkSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { setImmediate } from 'node:timers/promises'

import type { DuckDBConnection } from '@duckdb/node-api'

import { literal } from '../database.ts'
import type { Layout } from '../layouts.ts'
import { readCsv } from './csv-file.ts'
import type { FoundFile } from './inbox.ts'
import { cell_separator, Outlet, Sink } from './outlet.ts'
import { readParquetFiles } from './parquet-file.ts'
import { Refusal } from './refusal.ts'
import { RowIntake, type Counted } from './row-intake.ts'
import { readWorkbook } from './xlsx-file.ts'

export interface Submitted extends FoundFile {
  fileId: number
  sha256: string
}

export interface FileResult {
  encoding: string | null
  /** Why the file was refused; null for one that was read. */
  reason: string | null
  /** Whether it comes to the same when it is read again: not where the moment may have been at fault. */
  isLasting: boolean
  rowsRead: number
  /** What the file had besides, for the unit to know. */
  notes: string[]
}

export interface Reading {
  inbox: string
  /** Holds people's data while the load runs. */
  work: string
  /** From how many bytes on DuckDB reads plain text files by itself. */
  plainFrom?: number | undefined
  /** A file has been read, or so many rows of the one that is being read. */
  onRows: (inFile?: number) => void
}

/** The text files of one extract, read, in canonical form; `load` brings them into `raw.<extract>`. */
export interface Canonical {
  layout: Layout
  sinks: Sink[]
  faults: Sink
  refused: number[]
}

/**
 * Reads the text files and workbooks of one extract; a file that cannot be read is refused and the others
 * go on.
 */
export async function readExtract(
  layout: Layout,
  files: readonly Submitted[],
  reading: Reading,
  results: Map<number, FileResult>,
): Promise<Canonical> {
  const rows = new Outlet(reading.work, layout.extract)
  const faults = new Sink(join(reading.work, `${layout.extract}.faults.txt`), cell_separator, [
    'rule',
  ])
  const refused: number[] = []
  for (const file of files) {
    const result = await settled(reading, file, () =>
      readForm(layout, file, reading, { rows, faults }),
    )
    results.set(file.fileId, result)
    if (result.reason !== null) refused.push(file.fileId)
    reading.onRows()
    await setImmediate()
  }
  const sinks = rows.close()
  faults.close()
  return { layout, sinks, faults, refused }
}

/** Reads the Parquet files of one extract straight into `raw.<extract>`. */
export async function loadParquet(
  connection: DuckDBConnection,
  { layout, files, reading }: { layout: Layout; files: readonly Submitted[]; reading: Reading },
  results: Map<number, FileResult>,
): Promise<void> {
  const links = new Map(files.map((file) => [linkTo(file, reading), file.fileId]))
  const found = await readParquetFiles(connection, layout, links)
  for (const file of files) {
    const one = found.get(file.fileId)
    const result = await settled(reading, file, () => {
      if (!one || one instanceof Refusal) throw one ?? new Refusal('文件未读取')
      return Promise.resolve(resultOf(one, null))
    })
    results.set(file.fileId, result)
    if (result.reason !== null && one && !(one instanceof Refusal)) {
      await connection.run(`delete from raw.${layout.extract} where file_id = ${file.fileId}`)
      await connection.run(`delete from intake.structure_fault where file_id = ${file.fileId}`)
    }
    reading.onRows()
  }
}

function linkTo({ fileId, path }: Submitted, { inbox, work }: Reading): string {
  const link = join(work, `${String(fileId)}.parquet`)
  symlinkSync(resolve(join(inbox, path)), link)
  return link
}

type Outlets = ConstructorParameters<typeof RowIntake>[2]

/** The result of a reading during which the file did not change, else the reason of its refusal. */
export async function settled(
  { inbox }: Reading,
  file: Submitted,
  read: () => Promise<FileResult>,
): Promise<FileResult> {
  try {
    const result = await read()
    requireUnchanged(inbox, file)
    return result
  } catch (error) {
    const isLasting = error instanceof Refusal && isOfContent(inbox, file)
    return { encoding: null, reason: reasonOf(error), isLasting, rowsRead: 0, notes: [] }
  }
}

function requireUnchanged(inbox: string, file: Submitted): void {
  const now = lstatSync(join(inbox, file.path))
  const same = now.size === file.bytes && now.mtimeMs === file.modified && now.ino === file.inode
  if (!same) throw new Refusal('读取时文件仍在变化，请在写完后重新报送')
}

/** Of a Parquet file DuckDB does not tell what it lacks from what DuckDB lacked itself. */
function isOfContent(inbox: string, file: Submitted): boolean {
  try {
    requireUnchanged(inbox, file)
    return file.form !== 'parquet'
  } catch {
    return false
  }
}

async function readForm(
  layout: Layout,
  { fileId, path, form }: Submitted,
  { inbox, onRows }: Reading,
  outlets: Outlets,
): Promise<FileResult> {
  const from = join(inbox, path)
  if (form === 'xlsx') {
    const newIntake = () => new RowIntake(fileId, layout, outlets, true)
    const { intake, unread } = await readWorkbook(from, newIntake, onRows)
    const { notes, ...result } = resultOf(intake.finish(), null)
    return { ...result, notes: [...notes, ...unread.map((name) => `未读取的工作表：${name}`)] }
  }
  const intake = new RowIntake(fileId, layout, outlets, false)
  const encoding = await readCsv(from, intake, onRows)
  return resultOf(intake.finish(), encoding)
}

export function resultOf({ rowsRead, extra }: Counted, encoding: string | null): FileResult {
  const notes = extra.map((title) => `多余的列：${title}`)
  return { encoding, reason: null, isLasting: true, rowsRead, notes }
}

function reasonOf(error: unknown): string {
  if (error instanceof Refusal) return error.message
  if (error instanceof Error && 'code' in error) return `无法读取文件（${String(error.code)}）`
  throw error
}

/** Brings what was read into `raw.<extract>` and `intake.structure_fault`, refused files left out. */
export async function load(connection: DuckDBConnection, canonical: Canonical): Promise<void> {
  const { layout, sinks, faults, refused } = canonical
  for (const sink of sinks) {
    if (!sink.used) continue
    const found = sink.names.filter((name) => name !== null).join(', ')
    await connection.run(`
      insert into raw.${layout.extract} (file_id, line, ${found})
      select file_id, line, ${found} from ${textTable(sink)} ${unlessRefused(refused)}`)
  }
  if (!faults.used) return
  await connection.run(`
    insert into intake.structure_fault
    select file_id, line, rule from ${textTable(faults)} ${unlessRefused(refused)}`)
}

function unlessRefused(refused: readonly number[]): string {
  return refused.length === 0 ? '' : `where file_id not in (${refused.join(', ')})`
}

function textTable({ path, delimiter, names }: Sink): string {
  const columns = [
    `'file_id': 'integer'`,
    `'line': 'bigint'`,
    ...names.map((name, at) => `'${name ?? `extra_${String(at)}`}': 'varchar'`),
  ]
  return `read_csv(${literal(path)}, columns = {${columns.join(', ')}}, delim = '${delimiter}',
    header = false, auto_detect = false, quote = '', escape = '', new_line = '\\n',
    nullstr = '', strict_mode = true, max_line_size = 8000000)`
}
