import { createHash } from 'node:crypto'
import { mkdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

/**
 * Calls `run` with a folder outside the warehouse for what must not outlive a load, and deletes it. It is
 * the same folder for the same warehouse, so that a load clears what a killed one left; the warehouse's
 * lock must be held.
 */
export async function withWorkFolder<T>(
  warehouse: string,
  run: (work: string) => Promise<T>,
): Promise<T> {
  const name = createHash('sha256').update(resolve(warehouse)).digest('hex').slice(0, 12)
  const work = join(tmpdir(), `jiuye-etl-${name}`)
  rmSync(work, { recursive: true, force: true })
  mkdirSync(work, { mode: 0o700 })
  const stop = (signal: NodeJS.Signals) => {
    rmSync(work, { recursive: true, force: true })
    process.exit(signal === 'SIGINT' ? 130 : 143)
  }
  process.once('SIGINT', stop).once('SIGTERM', stop)
  try {
    return await run(work)
  } finally {
    process.off('SIGINT', stop).off('SIGTERM', stop)
    rmSync(work, { recursive: true, force: true })
  }
}
