import { existsSync, mkdirSync, rmSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'

import {
  type Fingerprint,
  fingerprintOf,
  moveInto,
  namesIn,
  settle,
  sync,
  unfinished,
} from './durable.ts'
import { Fingerprints } from './intake/fingerprint.ts'
import { stateOf } from './intake/inbox.ts'

/**
 * A Parquet file of what was staged of some of a unit's files of one extract, which snapshots share:
 * `parts/<sha256>.parquet` in the warehouse. One that no snapshot's manifest names is removed by the next
 * load.
 */
export interface Part extends Fingerprint {
  extract: string
  unit: string
  /** How many of the unit's files of the extract lie before its own, in the order of submission. */
  from: number
  /** Its own files, in that order. */
  paths: string[]
  /** Hash of all that the rows were made from: the rules, its own files and those before them. */
  madeFrom: string
  rows: number
}

/** The parts of a warehouse, and what they were found to hold. */
export interface PartFolder {
  warehouse: string
  prints: Fingerprints
}

/** With the fingerprints that the load before knew, so that a part that nobody touched is not read again. */
export function partFolder(warehouse: string): PartFolder {
  const memory = join(warehouse, 'part_hashes.json')
  return { warehouse, prints: new Fingerprints(join(warehouse, 'parts'), memory) }
}

export function partPath(warehouse: string, { sha256 }: Pick<Part, 'sha256'>): string {
  return join(warehouse, 'parts', `${sha256}.parquet`)
}

/** Moves a finished Parquet file into the warehouse, under the name of its content. */
export async function keepPart(
  folder: PartFolder,
  file: string,
  about: Omit<Part, keyof Fingerprint>,
): Promise<Part> {
  const { warehouse, prints } = folder
  const part = { ...about, ...(await fingerprintOf(file)) }
  const path = partPath(warehouse, part)
  if (await soundPart(folder, part)) return part
  mkdirSync(join(warehouse, 'parts'), { recursive: true })
  sync(warehouse)
  await moveInto(file, path + unfinished)
  settle(path + unfinished, path)
  prints.remember(seen(warehouse, part), part.sha256)
  return part
}

/** Whether the part lies in the warehouse just as it was put there. */
export async function soundPart({ warehouse, prints }: PartFolder, part: Part): Promise<boolean> {
  const now = seen(warehouse, part)
  try {
    return now.bytes === part.bytes && (await prints.of(now)) === part.sha256
  } catch {
    return false
  }
}

function seen(warehouse: string, part: Part) {
  const path = basename(partPath(warehouse, part))
  return { path, ...stateOf(join(warehouse, 'parts'), path) }
}

/** Throws where a part is not in the warehouse or not of its size. */
export function requireParts(warehouse: string, parts: readonly Part[]): void {
  for (const part of parts) {
    const path = partPath(warehouse, part)
    const found = existsSync(path) ? statSync(path).size : 0
    if (found === part.bytes) continue
    throw new Error(`${path}: expected ${part.bytes} bytes, found ${found}: load again`)
  }
}

/** Removes the parts that are not among the named ones. */
export function removeOtherParts(warehouse: string, named: ReadonlySet<string>): void {
  const folder = join(warehouse, 'parts')
  for (const name of namesIn(folder)) {
    if (!named.has(name.replace('.parquet', ''))) rmSync(join(folder, name), { force: true })
  }
}
