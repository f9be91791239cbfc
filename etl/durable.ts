import { createHash } from 'node:crypto'
import {
  closeSync,
  createReadStream,
  fsyncSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { copyFile, open } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'

/** Ends the name of what is not whole yet; the next load removes it. */
export const unfinished = '.tmp'

/** What of a file cannot change unseen. */
export interface Fingerprint {
  bytes: number
  /** SHA-256, hexadecimal. */
  sha256: string
}

/** Returns when the file's or folder's content is on the disk, not only in memory. */
export function sync(path: string): void {
  const handle = openSync(path, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/**
 * Gives a whole file or folder its final name: after a crash either nothing or all of it has that name.
 * The files in it must be synced already. Throws where the two do not lie on one file system, since
 * moving would then be copying, which a crash can cut.
 */
export function settle(draft: string, path: string): void {
  const folder = dirname(path)
  if (statSync(draft).dev !== statSync(folder).dev) {
    throw new Error(`${draft} lies on another file system than ${folder}: put both on the same one`)
  }
  sync(draft)
  renameSync(draft, path)
  sync(folder)
}

/** Moves a file, from another file system too, and waits for the disk while others go on. */
export async function moveInto(file: string, path: string): Promise<void> {
  if (statSync(file).dev === statSync(dirname(path)).dev) renameSync(file, path)
  else {
    await copyFile(file, path)
    rmSync(file)
  }
  await syncBeside(path)
}

/** The same as `sync`, while others go on. */
export async function syncBeside(path: string): Promise<void> {
  const handle = await open(path, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Writes a file so that after a crash either the old one or the whole new one is there. */
export function writeDurably(path: string, content: string): void {
  writeFileSync(path + unfinished, content)
  settle(path + unfinished, path)
}

/** Removes what a killed process left half made in a folder. */
export function removeUnfinished(folder: string): void {
  for (const name of namesIn(folder)) {
    if (name.endsWith(unfinished)) rmSync(join(folder, name), { recursive: true, force: true })
  }
}

/** The names in a folder, in order; none where there is no such folder. */
export function namesIn(folder: string): string[] {
  if (statSync(folder, { throwIfNoEntry: false }) === undefined) return []
  return readdirSync(folder).sort()
}

export async function fingerprintOf(path: string): Promise<Fingerprint> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path, { highWaterMark: 1 << 20 }), hash)
  return { bytes: statSync(path).size, sha256: hash.digest('hex') }
}

/** Throws where DuckDB's write-ahead log lies beside a file: its last rows are not in the file. */
export function refuseLog(path: string): void {
  const log = namesIn(dirname(path)).find((name) => name.startsWith(`${basename(path)}.wal`))
  if (log === undefined) return
  throw new Error(`${join(dirname(path), log)} was left: ${basename(path)} is not whole`)
}
