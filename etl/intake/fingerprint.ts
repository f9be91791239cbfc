import { createHash } from 'node:crypto'
import { closeSync, openSync, readFileSync, readSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { z } from 'zod'

import type { FoundFile } from './inbox.ts'

const remembered = z.record(
  z.string(),
  z.object({ bytes: z.number(), modified: z.number(), sha256: z.string() }),
)
type Remembered = z.infer<typeof remembered>

/** The SHA-256 of each file, taken from `memory` where size and time of change are the same as then. */
export function fingerprints(inbox: string, files: readonly FoundFile[], memory: string): string[] {
  const before = recall(memory)
  const now: Remembered = {}
  for (const { path, bytes, modified, refusal } of files) {
    const known = before[path]
    const same = known?.bytes === bytes && known.modified === modified
    const sha256 = same ? known.sha256 : refusal === null ? hashOf(join(inbox, path)) : ''
    now[path] = { bytes, modified, sha256 }
  }
  writeFileSync(memory, JSON.stringify(now))
  return files.map(({ path }) => now[path]?.sha256 ?? '')
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
