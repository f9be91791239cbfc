import { symlinkSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { setImmediate } from 'node:timers/promises'

import type { DuckDBConnection } from '@duckdb/node-api'

import { literal, rowsOf } from '../database.ts'
import { plainCsv, type PlainCsv } from '../intake/plain-csv.ts'
import {
  resultOf,
  settled,
  type FileResult,
  type Reading,
  type Submitted,
} from '../intake/read-extract.ts'
import type { Layout } from '../layouts.ts'

export interface PlainFile {
  file: Submitted
  csv: PlainCsv
}

/** Where rows go that DuckDB reads by itself. */
export interface Place {
  /** The SQL that adds the rows of a source to `table`. */
  add: (source: string) => string
  table: string
  /** How many rows were ever added to the table. */
  added: number
}

/** A group of files with fewer bytes is read faster by the row reader than a statement is planned. */
const least_bytes = 1 << 20

/**
 * Tells the files that DuckDB may read by itself, in groups with the same columns in the same places, from
 * those that go through the row reader.
 */
export async function findPlain(
  layout: Layout,
  files: readonly Submitted[],
  { inbox, work, plainFrom = least_bytes }: Reading,
): Promise<{ groups: PlainFile[][]; others: Submitted[] }> {
  const texts = files.filter(({ form }) => form === 'csv')
  const plain: PlainFile[] = []
  for (const file of bytesOf(texts) < plainFrom ? [] : texts) {
    const copy = join(work, `${String(file.fileId)}.utf-8.csv`)
    const csv = scanned(join(inbox, file.path), layout, copy)
    if (csv) plain.push({ file, csv })
    await setImmediate()
  }
  const large = (group: PlainFile[]) => bytesOf(group.map(({ file }) => file)) >= plainFrom
  const groups = alike(plain).filter(large)
  const taken = new Set(groups.flat().map(({ file }) => file))
  return { groups, others: files.filter((file) => !taken.has(file)) }
}

function bytesOf(files: readonly Submitted[]): number {
  return files.reduce((sum, { bytes }) => sum + bytes, 0)
}

/** What cannot be read is told by the row reader. */
function scanned(path: string, layout: Layout, copy: string): PlainCsv | null {
  try {
    return plainCsv(path, layout, copy)
  } catch {
    return null
  }
}

/**
 * Adds the rows of plain files to `place`. Answers the files of which that failed, for the row reader to
 * judge: one that changed while it was read, and those read with it.
 */
export async function loadPlain(
  connection: DuckDBConnection,
  { groups, layout, reading }: { groups: PlainFile[][]; layout: Layout; reading: Reading },
  place: Place,
  results: Map<number, FileResult>,
): Promise<Submitted[]> {
  const failed: Submitted[] = []
  await connection.run('set preserve_insertion_order = true')
  for (const group of groups) {
    const read = await readGroup(connection, { group, layout, reading }, place)
    if (!read) failed.push(...group.map(({ file }) => file))
    else for (const [id, result] of read) results.set(id, result)
    reading.onRows()
    await setImmediate()
  }
  await connection.run('set preserve_insertion_order = false')
  return failed
}

function alike(plain: readonly PlainFile[]): PlainFile[][] {
  const groups = new Map<string, PlainFile[]>()
  for (const one of plain) {
    const { names, headerLine, newLine } = one.csv
    const key = JSON.stringify([names, headerLine, newLine])
    groups.set(key, [...(groups.get(key) ?? []), one])
  }
  return [...groups.values()]
}

async function readGroup(
  connection: DuckDBConnection,
  { group, layout, reading }: { group: PlainFile[]; layout: Layout; reading: Reading },
  place: Place,
): Promise<Map<number, FileResult> | null> {
  const starts = startsOf(group, place.added)
  const links = group.map(({ file, csv }, at) => {
    const shift = (starts[at] ?? 0) - csv.headerLine - 1
    const link = join(reading.work, `${String(file.fileId)}_${String(shift)}.csv`)
    symlinkSync(resolve(csv.path), link)
    return link
  })
  try {
    const { rowsChanged } = await connection.run(place.add(sourceOf(links, group, layout)))
    place.added += rowsChanged
  } catch {
    return null
  }
  const results = new Map<number, FileResult>()
  for (const { file, csv } of group) {
    const counted = { rowsRead: csv.rows, extra: csv.extra }
    const read = () => Promise.resolve(resultOf(counted, csv.encoding))
    results.set(file.fileId, await settled(reading, file, read))
  }
  const isSettled = [...results.values()].every(({ reason }) => reason === null)
  if (isSettled && (await liesAsCounted(connection, place, group, starts))) return results
  const ids = group.map(({ file }) => file.fileId).join(', ')
  await connection.run(`delete from ${place.table} where file_id in (${ids})`)
  return null
}

/** The place of each file's first row in the table. */
function startsOf(group: readonly PlainFile[], added: number): number[] {
  let next = added
  return group.map(({ csv }) => {
    const start = next
    next += csv.rows
    return start
  })
}

async function liesAsCounted(
  connection: DuckDBConnection,
  { table }: Place,
  group: readonly PlainFile[],
  starts: readonly number[],
): Promise<boolean> {
  const found = await rowsOf(
    connection,
    `select file_id as id, cast(min(rowid) as double) as first, cast(max(rowid) as double) as last,
      cast(count(*) as double) as rows
    from ${table} where rowid >= ${String(starts[0] ?? 0)} group by file_id`,
  )
  const byId = new Map(found.map((one) => [one['id'], one]))
  return group.every(({ file, csv }, at) => {
    const one = byId.get(file.fileId)
    const start = starts[at] ?? 0
    if (csv.rows === 0) return one === undefined
    return (
      one?.['first'] === start && one['last'] === start + csv.rows - 1 && one['rows'] === csv.rows
    )
  })
}

/**
 * `file_id` and `shift`, what a row's place in the table is ahead of its line, are in the file's name. The
 * line ends are left to DuckDB: told of \\r\\n it reads no row (1.5.5).
 */
function sourceOf(links: string[], [first]: PlainFile[], layout: Layout): string {
  const names = first?.csv.names ?? []
  const columns = names.map((name, at) => `'${name ?? `extra_${String(at)}`}': 'varchar'`)
  const cells = layout.columns.map(({ name }) => (names.includes(name) ? name : `null as ${name}`))
  const inName = (group: number) =>
    `regexp_extract(filename, '(\\d+)_(-?\\d+)\\.csv$', ${String(group)})`
  return `select
      cast(${inName(1)} as integer) as file_id, cast(${inName(2)} as bigint) as shift,
      cast(null as bigint) as line, ${cells.join(', ')}
    from read_csv([${links.map(literal).join(', ')}], columns = {${columns.join(', ')}},
      delim = ',', header = false, auto_detect = false, quote = '', escape = '',
      skip = ${String(first?.csv.headerLine ?? 0)}, nullstr = '', strict_mode = true, filename = true)`
}
