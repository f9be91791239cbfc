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
import type { Layout } from '../layouts.ts'
import { partPath, type Part } from '../parts.ts'
import type { OnProgress } from '../run.ts'
import { step } from '../step.ts'
import { findPlain, loadPlain, type PlainFile } from './plain-files.ts'
import { addParts, stage } from './staging.ts'
import {
  keepUnits,
  recallFates,
  unitsOf,
  type KeptUnit,
  type PartStore,
  type UnitFiles,
} from './unit-parts.ts'

export interface StageFiles extends Pick<Reading, 'inbox' | 'work' | 'plainFrom'> {
  layouts: readonly Layout[]
  /** Those that are not refused before they are read, in the order of submission. */
  files: readonly Submitted[]
  /** Without it every file is read, and none is kept staged. */
  parts?: PartStore | undefined
  onProgress: OnProgress | undefined
}

/** Files of one extract that are staged together, all of their units. */
interface Batch {
  layout: Layout
  files: readonly Submitted[]
  /** Those of the files whose rows are kept in the warehouse: all, or none. */
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
  let staging = Promise.resolve()
  const next = async (name: string, run: () => Promise<void>) => {
    await staging
    staging = step(connection, { name, onProgress }, run)
    staging.catch(() => undefined)
  }
  for (const layout of layouts) {
    const all = files.filter(({ extract }) => extract === layout.extract)
    const { kept, fresh } = store
      ? await unitsOf(store, layout.extract, all)
      : { kept: [], fresh: [] }
    const paths: string[] = []
    for (const batch of batchesOf(layout, all, { kept, fresh })) {
      const reading = { ...input, work: mkdtempSync(join(work, 'batch-')), onRows }
      const read = await readBatch(batch, reading, results)
      await next(`核验 ${layout.name}`, async () => {
        paths.push(...(await stageBatch(connection, read, store, staged)))
      })
    }
    await next(`汇集 ${layout.name}`, async () => {
      paths.push(...(await recall(connection, layout, kept, store, staged)))
      await addParts(connection, layout, paths)
    })
  }
  onProgress?.('核验记录', undefined, undefined, rowsOf())
  await staging
  return staged
}

/** First what is not kept by unit, even nothing; then the other units, several small ones together. */
function batchesOf(
  layout: Layout,
  all: readonly Submitted[],
  { kept, fresh }: { kept: readonly KeptUnit[]; fresh: readonly UnitFiles[] },
): Batch[] {
  const large = new Set([...kept, ...fresh].flatMap(({ files }) => files))
  const batches: { units: UnitFiles[]; bytes: number }[] = []
  for (const unit of fresh) {
    const bytes = unit.files.reduce((sum, file) => sum + file.bytes, 0)
    const last = batches.at(-1)
    if (last === undefined || last.bytes + bytes > batch_bytes)
      batches.push({ units: [unit], bytes })
    else {
      last.units.push(unit)
      last.bytes += bytes
    }
  }
  return [
    { layout, files: all.filter((file) => !large.has(file)), units: [] },
    ...batches.map(({ units }) => ({ layout, files: units.flatMap(({ files }) => files), units })),
  ]
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

/** Answers the files of the batch's rows, where they are kept by unit. */
async function stageBatch(
  connection: DuckDBConnection,
  { layout, units, groups, parquet, canonical, reading }: ReadBatch,
  store: PartStore | undefined,
  { results, parts }: Staged,
): Promise<string[]> {
  await loadParquet(connection, { layout, files: parquet, reading }, results)
  await loadRaw(connection, canonical)
  const read = async (place: Parameters<typeof loadPlain>[2]) => {
    const failed = await loadPlain(connection, { groups, layout, reading }, place, results)
    if (failed.length === 0) return
    const again = { ...reading, work: mkdtempSync(join(reading.work, 'again-')) }
    await loadRaw(connection, await readExtract(layout, failed, again, results))
  }
  const folder = join(reading.work, 'rows')
  const isKept = store !== undefined && units.length > 0
  await stage(connection, layout, { read, folder: isKept ? folder : undefined })
  const kept = isKept
    ? await keepUnits(connection, { layout, units, store, folder }, results)
    : { parts: [], paths: [] }
  parts.push(...kept.parts)
  if (!kept.paths.some((path) => path.startsWith(reading.work)))
    rmSync(reading.work, { recursive: true })
  return kept.paths
}

async function recall(
  connection: DuckDBConnection,
  layout: Layout,
  kept: readonly KeptUnit[],
  store: PartStore | undefined,
  { results, parts }: Staged,
): Promise<string[]> {
  if (store === undefined || kept.length === 0) return []
  const paths = (which: 'rows' | 'fates') =>
    kept.map((one) => partPath(store.warehouse, one[which]))
  for (const [id, result] of await recallFates(connection, layout, paths('fates')))
    results.set(id, result)
  parts.push(...kept.flatMap(({ rows, fates }) => [rows, fates]))
  return paths('rows')
}
