import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { z } from 'zod'

import { fingerprintOf } from '../durable.ts'
import { inLanes } from '../lanes.ts'
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

/** What of a file changes where its content does, and its place in its folder. */
export type Seen = Pick<FoundFile, 'path' | 'bytes' | 'modified' | 'changed' | 'inode'>

/** Empty for a file that is refused, be it because it cannot be read. */
interface Fingerprint {
  sha256: string
  refusal: string | null
}

/**
 * The SHA-256 of the files of a folder, taken from `memory` where the file is the same as then by size,
 * inode and both times of change: the inode's own time is one that copying tools cannot set back.
 */
export class Fingerprints {
  private readonly before: Remembered
  private readonly now: Remembered = {}

  constructor(
    private readonly folder: string,
    private readonly memory: string,
  ) {
    this.before = recall(memory)
  }

  /** Throws where the file cannot be read. */
  async of(file: Seen): Promise<string> {
    const known = this.before[file.path]
    const keys = ['bytes', 'modified', 'changed', 'inode'] as const
    const same = known && keys.every((key) => known[key] === file[key])
    const sha256 = same ? known.sha256 : (await fingerprintOf(join(this.folder, file.path))).sha256
    this.remember(file, sha256)
    return sha256
  }

  remember({ path, bytes, modified, changed, inode }: Seen, sha256: string): void {
    this.now[path] = { bytes, modified, changed, inode, sha256 }
  }

  /** Keeps for the next load what was asked of this one. */
  write(): void {
    writeFileSync(this.memory, JSON.stringify(this.now))
  }
}

/** So many files are read at a time: one alone waits for the disk more than it is read. */
const at_once = [...Array(8).keys()]

/** What each file of the inbox has in it, as `memory` knows it. */
export async function fingerprints(
  inbox: string,
  files: readonly FoundFile[],
  memory: string,
): Promise<Fingerprint[]> {
  const known = new Fingerprints(inbox, memory)
  const prints = await inLanes(at_once, files, (_, file) => fingerprint(known, file))
  known.write()
  return prints
}

async function fingerprint(known: Fingerprints, file: FoundFile): Promise<Fingerprint> {
  if (file.refusal !== null) return { sha256: '', refusal: file.refusal }
  try {
    return { sha256: await known.of(file), refusal: null }
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
