import { createHash } from 'node:crypto'
import { mkdirSync, rmSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { dirname, join } from 'node:path'

import { unfinished } from '../durable.ts'

/** A snapshot's marts, copied to where they can be carried on. */
export interface Draft {
  path: string
  /** The hash of what was copied, once it lies on the disk, or why it could not be. */
  copied: Promise<{ sha256: string } | { error: unknown }>
  remove: () => Promise<void>
}

/** Begins to copy the marts at `from`, while others go on. */
export function beginDraft(warehouse: string, from: string): Draft {
  const folder = join(warehouse, 'snapshots', `renewed${unfinished}`)
  const path = join(folder, 'marts.duckdb')
  rmSync(folder, { recursive: true, force: true })
  const copied = copyOf(from, path).then(
    (sha256) => ({ sha256 }),
    (error: unknown) => ({ error }),
  )
  return {
    path,
    copied,
    async remove() {
      await copied
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function copyOf(from: string, to: string): Promise<string> {
  mkdirSync(dirname(to), { recursive: true })
  const hash = createHash('sha256')
  const buffer = Buffer.allocUnsafe(1 << 20)
  await using source = await open(from, 'r')
  await using target = await open(to, 'w')
  for (;;) {
    const { bytesRead } = await source.read(buffer)
    if (bytesRead === 0) break
    const bytes = buffer.subarray(0, bytesRead)
    hash.update(bytes)
    for (let at = 0; at < bytesRead;) at += (await target.write(bytes, at)).bytesWritten
  }
  await target.sync()
  return hash.digest('hex')
}
