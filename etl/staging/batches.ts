import { mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'

import type { DuckDBConnection } from '@duckdb/node-api'

import {
  load as loadRaw,
  loadParquet,
  readExtract,
  type Canonical,
  type FileResult,
  type Reading,
  type Submitted,
} from '../intake/read-extract.ts'
import { namesIn } from '../durable.ts'
import type { Layout } from '../layouts.ts'
import type { Part } from '../parts.ts'
import type { OnProgress } from '../run.ts'
import { step } from '../step.ts'
import { findPlain, loadPlain, type PlainFile } from './plain-files.ts'
import { addParts, stage } from './staging.ts'
import { tiedUnits } from './family-ties.ts'
import {
  bytesOf,
  forget,
  keepUnits,
  pathsOf,
  recallFates,
  unitsOf,
  type PartStore,
  type SubmittedFile,
  type UnitFiles,
} from './unit-parts.ts'

export interface StageFiles extends Pick<Reading, 'inbox' | 'work' | 'plainFrom'> {
  layouts: readonly Layout[]
  /** Those that are not refused before they are read. */
  files: readonly SubmittedFile[]
  /** Without it every file is read, and none is kept staged. */
  parts?: PartStore | undefined
  onProgress: OnProgress | undefined
}

/** Files of one extract that are staged together. */
interface Batch {
  layout: Layout
  files: readonly SubmittedFile[]
  /** Those of whose files the rows are kept in the warehouse: all, or none. */
  units: readonly UnitFiles[]
}

interface ReadBatch extends Batch {
  groups: PlainFile[][]
  parquet: Submitted[]
  canonical: Canonical
  reading: Reading
}

interface Staged {
  results: Map<number, FileResult>
  parts: Part[]
}

/** Where an extract's rows that are kept by unit lie, and the units that are to be read whole. */
interface Kept {
  paths: string[]
  tied: UnitFiles[]
}

/** What a batch holds of text: its rows must find room in memory. */
const batch_bytes = 160 << 20

/**
 * Makes `staging.<extract>` of each extract's files; answers what became of each file, and the parts that
 * lie in the warehouse. One batch is read while the batch before is being staged.
 */
export async function stageFiles(connection: DuckDBConnection, input: StageFiles): Promise<Staged> {
  const { layouts, files, work, parts: store, onProgress } = input
  const staged: Staged = { results: new Map(), parts: [] }
  const { results } = staged
  const rowsOf = () => [...results.values()].reduce((sum, { rowsRead }) => sum + rowsRead, 0)
  const onRows = (inFile = 0) =>
    onProgress?.('读取文件', results.size, files.length, rowsOf() + inFile)
  const read = (batch: Batch) => {
    const reading = { ...input, work: mkdtempSync(join(work, 'batch-')), onRows }
    return readBatch(batch, reading, results)
  }
  let staging = Promise.resolve()
  const next = async (name: string, run: () => Promise<void>) => {
    await staging
    staging = step(connection, { name, onProgress }, run)
    staging.catch(() => undefined)
  }
  for (const layout of layouts) {
    const all = files.filter(({ extract }) => extract === layout.extract)
    const units = store ? await unitsOf(store, layout.extract, all) : []
    const large = new Set(units.flatMap(({ files }) => files))
    const others = { layout, files: all.filter((file) => !large.has(file)), units: [] }
    const kept: Kept = { paths: [], tied: [] }
    for (const batch of [others, ...batchesOf(layout, units)]) {
      const done = await read(batch)
      await next(`核验 ${layout.name}`, () => stageBatch(connection, done, store, staged, kept))
    }
    await next(`汇集 ${layout.name}`, async () => {
      const whole = kept.tied.map((unit) => ({ ...unit, kept: [], fresh: unit.files }))
      for (const batch of batchesOf(layout, whole))
        await stageBatch(connection, await read(batch), store, staged, kept)
      const recalled = units.filter((unit) => !kept.tied.includes(unit))
      kept.paths.push(...(await recall(connection, layout, recalled, store, staged)))
      await addParts(connection, layout, kept.paths)
    })
  }
  onProgress?.('核验记录', undefined, undefined, rowsOf())
  await staging
  store?.prints.write()
  return staged
}

/** The fresh files of units, several small ones together. */
function batchesOf(layout: Layout, units: readonly UnitFiles[]): Batch[] {
  const batches: { units: UnitFiles[]; bytes: number }[] = []
  for (const unit of units.filter(({ fresh }) => fresh.length > 0)) {
    const bytes = bytesOf(unit.fresh)
    const last = batches.at(-1)
    if (last === undefined || last.bytes + bytes > batch_bytes)
      batches.push({ units: [unit], bytes })
    else {
      last.units.push(unit)
      last.bytes += bytes
    }
  }
  return batches.map(({ units }) => ({ layout, files: units.flatMap(({ fresh }) => fresh), units }))
}

async function readBatch(
  batch: Batch,
  reading: Reading,
  results: Map<number, FileResult>,
): Promise<ReadBatch> {
  const { layout, files } = batch
  const [parquet, texts] = [files.filter(isParquet), files.filter((file) => !isParquet(file))]
  const { groups, others } = await findPlain(layout, texts, reading)
  const canonical = await readExtract(layout, others, reading, results)
  return { ...batch, groups, parquet, canonical, reading }
}

function isParquet({ form }: Submitted): boolean {
  return form === 'parquet'
}

async function stageBatch(
  connection: DuckDBConnection,
  { layout, units, groups, parquet, canonical, reading }: ReadBatch,
  store: PartStore | undefined,
  { results, parts }: Staged,
  kept: Kept,
): Promise<void> {
  await loadParquet(connection, { layout, files: parquet, reading }, results)
  await loadRaw(connection, canonical)
  const read = async (place: Parameters<typeof loadPlain>[2]) => {
    const failed = await loadPlain(connection, { groups, layout, reading }, place, results)
    if (failed.length === 0) return
    const again = { ...reading, work: mkdtempSync(join(reading.work, 'again-')) }
    await loadRaw(connection, await readExtract(layout, failed, again, results))
  }
  if (store === undefined || units.length === 0) await stage(connection, layout, { read })
  else {
    const folder = join(reading.work, 'rows')
    await stage(connection, layout, { read, folder, before: pathsOf(store, units, 'fates') })
    const tied = await tiedOf(connection, layout, { units, store, folder })
    kept.tied.push(...tied)
    const own = units.filter((unit) => !tied.includes(unit))
    const now = await keepUnits(connection, { layout, units: own, store, folder }, results)
    parts.push(...now.parts)
    kept.paths.push(...now.paths)
  }
  if (!kept.paths.some((path) => path.startsWith(reading.work)))
    rmSync(reading.work, { recursive: true })
}

/** The units that are to be read whole for a household's sake; what was made of them is forgotten. */
async function tiedOf(
  connection: DuckDBConnection,
  { extract, columns }: Layout,
  { units, store, folder }: { units: readonly UnitFiles[]; store: PartStore; folder: string },
): Promise<UnitFiles[]> {
  const before = pathsOf(store, units, 'rows')
  const hasFamilies = columns.some(({ name }) => name === 'family_number')
  if (!hasFamilies || before.length === 0 || namesIn(folder).length === 0) return []
  const tied = await tiedUnits(connection, `${folder}/*/*`, before)
  if (tied.length > 0) await forget(connection, extract, tied)
  return units.filter(({ unit }) => tied.includes(unit))
}

/** Answers the files of the rows that were kept before. */
async function recall(
  connection: DuckDBConnection,
  layout: Layout,
  units: readonly UnitFiles[],
  store: PartStore | undefined,
  { results, parts }: Staged,
): Promise<string[]> {
  if (store === undefined || units.every(({ kept }) => kept.length === 0)) return []
  for (const [id, result] of await recallFates(connection, layout, pathsOf(store, units, 'fates')))
    results.set(id, result)
  parts.push(...units.flatMap(({ kept }) => kept.flatMap(({ rows, fates }) => [rows, fates])))
  return pathsOf(store, units, 'rows')
}
