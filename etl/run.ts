import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'

import { readLayouts } from './layouts.ts'
import { load } from './load.ts'
import { lock } from './lock.ts'
import { partFolder } from './parts.ts'
import { default_key_file, keyFingerprint, keyFromFile, requireStrongKey } from './pseudonym.ts'
import { makeCurrent, removeDrafts, snapshotOf } from './publish.ts'
import { currentManifest } from './published.ts'
import { removeOldSnapshots, retentionOf } from './retention.ts'
import { ruleVersion } from './rule-version.ts'
import { findSubmission, type Submission } from './submission.ts'
import { withWorkFolder } from './work-folder.ts'

export interface EtlInput {
  inbox: string
  warehouse: string
  /** At least 32 characters; without it the environment's PSEUDONYM_KEY, else that of the key file. */
  pseudonymKey?: string
  dataDir?: string
  /** From how many bytes on a unit's files of one extract are kept staged: 64 KB without it, of which each file of a small extract counts 16. */
  partsFrom?: number
  /** Up to which share of all records may have changed for the marts to be carried on: a tenth without it. */
  mostChanged?: number
  /** The day in China on which the load runs, such as 2018-07-01; without it the clock's. */
  today?: string
  onProgress?: OnProgress
}

/** A step has begun, or gone on to `done` of `total`; `rows` have been read so far, of all files. */
export type OnProgress = (step: string, done?: number, total?: number, rows?: number) => void

export interface EtlResult {
  snapshot: string
  /** False where nothing was new. */
  published: boolean
  /** Files of the inbox that are refused, also where nothing was new. */
  refusedFiles: number
  summary: string
}

/**
 * Loads the inbox into the warehouse and publishes a snapshot; does nothing where neither the files nor
 * the rules are new. Throws an Error, with the snapshot before it left in place, where it cannot.
 */
export async function runEtl(input: EtlInput): Promise<EtlResult> {
  if (!existsSync(input.inbox)) {
    throw new Error(`${input.inbox} does not exist: name the inbox by --inbox or INBOX`)
  }
  const retention = retentionOf(process.env)
  const unlock = await lock(input.warehouse)
  try {
    removeDrafts(input.warehouse)
    const result = await withWorkFolder(input.warehouse, (work) => loadIfNew(input, work))
    removeOldSnapshots(input.warehouse, retention)
    return result
  } finally {
    unlock()
  }
}

async function loadIfNew(input: EtlInput, work: string): Promise<EtlResult> {
  const { inbox, warehouse, onProgress } = input
  const dataDir = input.dataDir ?? join(import.meta.dirname, '..', 'data')
  const layouts = await readLayouts(dataDir)
  const key = pseudonymKey(input)
  onProgress?.('核对文件')
  const hashes = join(warehouse, 'file_hashes.json')
  const submission = await findSubmission(inbox, { dataDir, layouts, hashes, today: input.today })
  const rules = ruleVersion(dataDir)
  const contentHash = hashOf(rules, keyFingerprint(key), submission)
  const same = await unchanged(warehouse, contentHash, submission.files.length)
  if (same) return same
  const madeUnder = `${rules} ${keyFingerprint(key)} ${submission.demonstration === null ? '' : 'demonstration'}`
  const parts = {
    ...partFolder(warehouse),
    rules: madeUnder,
    known: currentManifest(warehouse)?.parts ?? [],
    leastBytes: input.partsFrom,
  }
  return load({
    ...{ inbox, warehouse, dataDir, work, key, layouts },
    ...{ submission, rules, contentHash, mostChanged: input.mostChanged },
    ...{ madeUnder: sha256(madeUnder), parts, onProgress },
  })
}

function pseudonymKey({ pseudonymKey, warehouse }: EtlInput): string {
  const given = pseudonymKey ?? process.env['PSEUDONYM_KEY']
  const key = given ?? keyFromFile(default_key_file, warehouse)
  requireStrongKey(key)
  return key
}

function hashOf(rules: string, key: string, submission: Submission): string {
  const { files, ignored, demonstration } = submission
  const content = [
    rules,
    key,
    demonstration,
    ignored,
    files.map(({ path, sha256, refusal }) => [path, sha256, refusal]),
  ]
  return sha256(JSON.stringify(content))
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

async function unchanged(
  warehouse: string,
  contentHash: string,
  files: number,
): Promise<EtlResult | null> {
  const current = currentManifest(warehouse)
  const snapshot = await snapshotOf(warehouse, contentHash)
  if (snapshot === null) return null
  const isCurrent = current?.contentHash === contentHash
  if (!isCurrent) makeCurrent(warehouse, snapshot)
  const summary = isCurrent
    ? `没有新的内容：${files} 个文件与快照 ${snapshot} 所用的相同，未重新加载`
    : `收件箱与以前的快照 ${snapshot} 相同，已切换回该快照`
  const fates = currentManifest(warehouse)?.files ?? []
  const refusedFiles = fates.filter(({ fate }) => fate === 'refused').length
  return { snapshot, published: !isCurrent, refusedFiles, summary }
}
