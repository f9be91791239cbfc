import { existsSync, mkdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'

import {
  type Fingerprint,
  fingerprintOf,
  moveInto,
  namesIn,
  settle,
  sync,
  unfinished,
} from './durable.ts'

/**
 * A Parquet file of what was staged of a unit's files, which snapshots share: `parts/<sha256>.parquet` in
 * the warehouse. One that no snapshot's manifest names is removed by the next load.
 */
export interface Part extends Fingerprint {
  extract: string
  unit: string
  /** Hash of all that the rows were made from: the files and the rules. */
  madeFrom: string
  rows: number
}

export function partPath(warehouse: string, { sha256 }: Pick<Part, 'sha256'>): string {
  return join(warehouse, 'parts', `${sha256}.parquet`)
}

/** Moves a finished Parquet file into the warehouse, under the name of its content. */
export async function keepPart(
  warehouse: string,
  file: string,
  about: Pick<Part, 'extract' | 'unit' | 'madeFrom' | 'rows'>,
): Promise<Part> {
  const part = { ...about, ...(await fingerprintOf(file)) }
  const path = partPath(warehouse, part)
  if (await soundPart(warehouse, part)) return part
  mkdirSync(join(warehouse, 'parts'), { recursive: true })
  sync(warehouse)
  await moveInto(file, path + unfinished)
  settle(path + unfinished, path)
  return part
}

/** Whether the part lies in the warehouse just as it was put there; reads the whole file. */
export async function soundPart(warehouse: string, part: Part): Promise<boolean> {
  const path = partPath(warehouse, part)
  if (statSync(path, { throwIfNoEntry: false })?.size !== part.bytes) return false
  return (await fingerprintOf(path)).sha256 === part.sha256
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
