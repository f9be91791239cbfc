import { createHash } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

import { z } from 'zod'

import { fingerprintOf, namesIn, refuseLog, unfinished } from './durable.ts'
import { partPath } from './parts.ts'

const fingerprint = { bytes: z.number(), sha256: z.string() }
const part = z.object({
  ...fingerprint,
  extract: z.string(),
  unit: z.string(),
  from: z.number().default(0),
  paths: z.array(z.string()).default([]),
  madeFrom: z.string(),
  rows: z.number(),
})
const table = z.object({
  table: z.string(),
  rows: z.number(),
  hash: z.string(),
  columns: z.array(z.string()),
})
const current = z.object({ snapshot: z.string() })
const manifest = z.looseObject({
  id: z.string(),
  publishedAt: z.string(),
  asOf: z.string().optional(),
  madeUnder: z.string().optional(),
  contentHash: z.string(),
  demonstration: z.unknown(),
  files: z.array(z.looseObject({ fate: z.string() })).default([]),
  artifacts: z.array(z.object({ ...fingerprint, path: z.string() })).default([]),
  parts: z.array(part).default([]),
  content: z
    .object({ hash: z.string(), tables: z.array(table), macros: z.array(z.string()).default([]) })
    .optional(),
})

/** A snapshot's manifest as far as a later load reads it. */
export type Published = z.infer<typeof manifest>

/** A part of a snapshot that is not as its manifest says. */
export interface Fault {
  file: string
  expected: string
  found: string
}

export function folderOf(warehouse: string, id: string): string {
  return join(warehouse, 'snapshots', id)
}

export function martsOf(warehouse: string, id: string): string {
  return join(folderOf(warehouse, id), 'marts.duckdb')
}

/** The snapshots that were published, sound or not. */
export function snapshotIds(warehouse: string): string[] {
  return namesIn(join(warehouse, 'snapshots')).filter((name) => !name.endsWith(unfinished))
}

/** The id of the snapshot to serve; null where the pointer cannot be read. */
export function currentId(warehouse: string): string | null {
  try {
    return current.parse(JSON.parse(readFileSync(join(warehouse, 'current.json'), 'utf8'))).snapshot
  } catch {
    return null
  }
}

/** The current snapshot's manifest; null where there is none that can be read. */
export function currentManifest(warehouse: string): Published | null {
  const id = currentId(warehouse)
  return id === null ? null : manifestOf(warehouse, id)
}

/** Null where it cannot be read. */
export function manifestOf(warehouse: string, id: string): Published | null {
  try {
    return manifest.parse(
      JSON.parse(readFileSync(join(folderOf(warehouse, id), 'manifest.json'), 'utf8')),
    )
  } catch {
    return null
  }
}

/** Everything about the files of a snapshot that is not as its manifest, and the manifest's seal, say. */
export async function faultsIn(warehouse: string, id: string): Promise<Fault[]> {
  const folder = folderOf(warehouse, id)
  const seal = sealFault(folder)
  const read = manifestOf(warehouse, id)
  if (seal !== null) return [seal]
  if (read?.id !== id || read.artifacts.length === 0) {
    const expected = `the manifest of ${id} with the hashes of its files`
    return [{ file: join(folder, 'manifest.json'), expected, found: 'none that can be read' }]
  }
  const files = [
    ...read.artifacts.map((one) => ({ ...one, path: join(folder, one.path) })),
    ...read.parts.map((one) => ({ ...one, path: partPath(warehouse, one) })),
  ]
  const faults = await Promise.all(files.map((file) => fileFault(file.path, file)))
  return faults.filter((fault) => fault !== null)
}

export function sealOf(text: string | Buffer): string {
  return `${createHash('sha256').update(text).digest('hex')}  manifest.json\n`
}

function sealFault(folder: string): Fault | null {
  const file = join(folder, 'manifest.json')
  try {
    const expected = readFileSync(`${file}.sha256`, 'utf8')
    const found = sealOf(readFileSync(file))
    return found === expected ? null : { file, expected, found }
  } catch (error) {
    return { file, expected: 'the manifest and its seal', found: String(error) }
  }
}

async function fileFault(
  path: string,
  expected: { bytes: number; sha256: string },
): Promise<Fault | null> {
  const told = ({ bytes, sha256 }: typeof expected) => `${bytes} bytes, SHA-256 ${sha256}`
  const fault = (found: string) => ({ file: path, expected: told(expected), found })
  try {
    refuseLog(path)
    if (statSync(path).size !== expected.bytes) return fault(`${statSync(path).size} bytes`)
    const found = await fingerprintOf(path)
    return found.sha256 === expected.sha256 ? null : fault(told(found))
  } catch (error) {
    return fault(error instanceof Error ? error.message : String(error))
  }
}
