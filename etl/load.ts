import { join } from 'node:path'

import type { DuckDBConnection } from '@duckdb/node-api'

import { accountForFiles, type Tally } from './accounting.ts'
import { balanceMarts } from './balances.ts'
import type { Content } from './content.ts'
import { type Database, openScratch } from './database.ts'
import type { Reading } from './intake/read-extract.ts'
import type { Layout } from './layouts.ts'
import { manifestFor } from './manifest.ts'
import { buildMarts } from './marts.ts'
import type { Part } from './parts.ts'
import { loadPlans, readPlans } from './plans.ts'
import { setPseudonymKey } from './pseudonym.ts'
import { publish } from './publish.ts'
import { loadReference } from './reference.ts'
import { currentManifest, martsOf } from './published.ts'
import { CountAnew } from './renewal/carry.ts'
import { changeSince } from './renewal/change.ts'
import { beginDraft, type Draft } from './renewal/draft.ts'
import { forgetRenewal, renew } from './renewal/renewal.ts'
import type { EtlResult, OnProgress } from './run.ts'
import { stageFiles } from './staging/batches.ts'
import { listBesides, recordFiles, recordSubmission } from './staging/files.ts'
import { prepareStaging } from './staging/staging.ts'
import type { PartStore } from './staging/unit-parts.ts'
import type { Submission } from './submission.ts'
import { summaryOf } from './summary.ts'

export interface LoadInput {
  inbox: string
  warehouse: string
  dataDir: string
  /** Of the statements that count; without it the program's own. */
  sqlDir?: string | undefined
  /** Where people's data may lie while the load runs. */
  work: string
  key: string
  layouts: Layout[]
  submission: Submission
  rules: string
  contentHash: string
  /** Hash of the rules and the key: marts made under another one, or none, are not carried on. */
  madeUnder?: string | undefined
  mostChanged?: number | undefined
  /** Without it every file is read, and none is kept staged. */
  parts?: PartStore | undefined
  /** Of the marts before, where they may be carried on; without it one is begun where they are. */
  draft?: Draft | undefined
  onProgress: OnProgress | undefined
}

/** Loads a submission that is new and publishes it. */
export async function load(input: LoadInput): Promise<EtlResult> {
  const memory = process.env['ETL_MEMORY_LIMIT'] ?? '2.8GB'
  const database = await openScratch(join(input.work, 'work.duckdb'), {
    temp_directory: join(input.work, 'spill'),
    memory_limit: memory,
    preserve_insertion_order: 'false',
  })
  let draft: Draft | undefined
  try {
    draft = draftAhead(input)
    // What is read once and thrown away is not worth compressing.
    await database.connection.run(`set force_compression = 'uncompressed'`)
    await database.connection.run('set global parquet_metadata_cache = true')
    const parts = await stageInbox(database.connection, input)
    return await countAndPublish(database, { ...input, draft }, parts)
  } catch (error) {
    throw withRemedy(error, memory)
  } finally {
    await draft?.remove()
    database.close()
  }
}

/** The marts are copied while files are read, where these may be of the same quarter by the same rules. */
function draftAhead({ warehouse, madeUnder, submission }: LoadInput): Draft | undefined {
  const before = currentManifest(warehouse)
  if (before === null || madeUnder === undefined || before.madeUnder !== madeUnder) return undefined
  const quarters = submission.files.flatMap(({ quarter, refusal }) =>
    quarter === null || refusal !== null ? [] : [quarter],
  )
  if (before.asOf !== lastDayOf(quarters.sort().at(-1) ?? '')) return undefined
  return beginDraft(warehouse, martsOf(warehouse, before.id))
}

/** DuckDB's own advice on memory names settings that nobody here can reach. */
function withRemedy(error: unknown, memory: string): unknown {
  if (!(error instanceof Error) || !error.message.includes('Out of Memory')) return error
  const [what = ''] = error.message.split('\n')
  const remedy = `The load may use ${memory} of memory: give it more, such as ETL_MEMORY_LIMIT=8GB`
  return new Error(`${what}\n${remedy}. What was published before is still served.`, {
    cause: error,
  })
}

/** Counts what is staged, of which `parts` lie in the warehouse, and publishes it. */
export async function countAndPublish(
  database: Database,
  input: LoadInput,
  parts: Part[] = [],
): Promise<EtlResult> {
  const { connection } = database
  const asOf = await asOfDay(connection)
  input.onProgress?.('汇总')
  const change = await changeSince(connection, input.warehouse, { ...input, asOf, parts })
  if (change !== null) {
    const second = await database.connect()
    const draft =
      input.draft ?? beginDraft(input.warehouse, martsOf(input.warehouse, change.before.id))
    try {
      const write = await renew([connection, second], { ...input, asOf, change, draft })
      return await publishCounted(connection, { ...input, asOf, parts }, write)
    } catch (error) {
      if (!(error instanceof CountAnew)) throw error
      await forgetRenewal(connection)
      input.onProgress?.(`全部重新汇总：${error.message}`)
    } finally {
      second.closeSync()
      await draft.remove()
    }
  }
  await input.draft?.remove()
  await buildMarts(connection, { ...input, asOf })
  await balanceMarts(connection, input.onProgress)
  return publishCounted(connection, { ...input, asOf, parts })
}

async function publishCounted(
  connection: DuckDBConnection,
  input: Omit<LoadInput, 'parts'> & { asOf: string; parts: Part[] },
  write?: (path: string) => Promise<Content>,
): Promise<EtlResult> {
  const { layouts, onProgress } = input
  const tallies = await accountForFiles(connection)
  const manifest = await manifestFor(connection, input)
  onProgress?.('发布')
  await connection.run(`set force_compression = 'auto'`)
  await connection.run('create or replace table marts.listed as from staging.listed')
  await publish(connection, input.warehouse, manifest, write)
  return resultOf(manifest.id, tallies, manifest.files, layouts)
}

export type StageInput = Omit<LoadInput, 'warehouse' | 'rules' | 'contentHash' | 'madeUnder'> &
  Pick<Reading, 'plainFrom'>

/**
 * Makes the schema `staging` of all files, with `staging.file`, `.quarantine` and `.listed`; answers the
 * parts of it that lie in the warehouse.
 */
export async function stageInbox(connection: DuckDBConnection, input: StageInput): Promise<Part[]> {
  const { layouts, submission, dataDir } = input
  await loadReference(connection, dataDir)
  await loadPlans(connection, await readPlans(dataDir))
  await prepareStaging(connection, layouts)
  await connection.run(`set variable is_demonstration = ${submission.demonstration !== null}`)
  await setPseudonymKey(connection, input.key)
  await recordSubmission(connection, submission)
  const files = submission.files.filter(({ refusal }) => refusal === null)
  const { results, parts } = await stageFiles(connection, { ...input, files })
  await recordFiles(connection, submission, results)
  await listBesides(connection, submission, results)
  return parts
}

function resultOf(
  snapshot: string,
  tallies: Tally[],
  files: { path: string; fate: string; reason: string | null }[],
  layouts: Layout[],
): EtlResult {
  const refusedFiles = files.filter(({ fate }) => fate === 'refused')
  const summary = summaryOf({ snapshot, tallies, refusedFiles, layouts })
  return { snapshot, published: true, refusedFiles: refusedFiles.length, summary }
}

/** The last day of the latest quarter of which any unit's file was accepted. */
async function asOfDay(connection: DuckDBConnection): Promise<string> {
  const reader = await connection.runAndReadAll(
    `select max(quarter) from staging.file where fate = 'accepted'`,
  )
  const quarter = reader.getRowsJson()[0]?.[0]
  if (typeof quarter !== 'string') {
    throw new Error(
      'No file of the inbox was accepted, so nothing was published: see the reasons above',
    )
  }
  return lastDayOf(quarter)
}

function lastDayOf(quarter: string): string {
  const ends = { Q1: '03-31', Q2: '06-30', Q3: '09-30', Q4: '12-31' }
  return `${quarter.slice(0, 4)}-${ends[quarter.slice(4) as keyof typeof ends]}`
}
