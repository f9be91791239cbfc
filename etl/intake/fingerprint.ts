import { createHash } from 'node:crypto'
import { closeSync, openSync, readFileSync, readSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { z } from 'zod'

import { unreadable, type FoundFile } from './inbox.ts'

const remembered = z.record(
  z.string(),
  z.object({
    bytes: z.number(),
    modified: z.number(),
    changed: z.number(),
    inode: z.number(),
    sha256: z.string(),
  }),
)
type Remembered = z.infer<typeof remembered>

/** Empty for a file that is refused, be it because it cannot be read. */
interface Fingerprint {
  sha256: string
  refusal: string | null
}

/**
 * The SHA-256 of each file, taken from `memory` where the file is the same as then by size, inode and both
 * times of change: the inode's own time is one that copying tools cannot set back.
 */
export function fingerprints(
  inbox: string,
  files: readonly FoundFile[],
  memory: string,
): Fingerprint[] {
  const before = recall(memory)
  const now: Remembered = {}
  const prints = files.map((file) => {
    const print = fingerprint(inbox, file, before[file.path])
    const { bytes, modified, changed, inode, path } = file
    if (print.sha256 !== '') now[path] = { bytes, modified, changed, inode, sha256: print.sha256 }
    return print
  })
  writeFileSync(memory, JSON.stringify(now))
  return prints
}

function fingerprint(
  inbox: string,
  file: FoundFile,
  known: Remembered[string] | undefined,
): Fingerprint {
  if (file.refusal !== null) return { sha256: '', refusal: file.refusal }
  const keys = ['bytes', 'modified', 'changed', 'inode'] as const
  const same = known && keys.every((key) => known[key] === file[key])
  if (same) return { sha256: known.sha256, refusal: null }
  try {
    return { sha256: hashOf(join(inbox, file.path)), refusal: null }
  } catch (error) {
    return { sha256: '', refusal: unreadable('文件', error) }
  }
}

function recall(memory: string): Remembered {
  try {
    return remembered.parse(JSON.parse(readFileSync(memory, 'utf8')))
  } catch {
    return {}
  }
}

function hashOf(path: string): string {
  const hash = createHash('sha256')
  const buffer = Buffer.allocUnsafe(1 << 20)
  const handle = openSync(path, 'r')
  try {
    for (let length = readSync(handle, buffer); length > 0; length = readSync(handle, buffer)) {
      hash.update(buffer.subarray(0, length))
    }
  } finally {
    closeSync(handle)
  }
  return hash.digest('hex')
}
