import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const signals = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const
const own = new Set<string>()

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
  return clearedAfter(work, run)
}

/**
 * Calls `run` with a folder `<kind>-<process>-…` that no other call has, and deletes it; before that it
 * clears the folders of the kind that killed processes left.
 */
export async function withOwnFolder<T>(
  kind: string,
  run: (work: string) => Promise<T>,
): Promise<T> {
  for (const name of readdirSync(tmpdir())) {
    const holder = name.startsWith(`${kind}-`) ? /^(\d+)-/.exec(name.slice(kind.length + 1)) : null
    const folder = join(tmpdir(), name)
    if (!holder || own.has(folder) || isAlive(Number(holder[1]))) continue
    rmSync(folder, { recursive: true, force: true })
  }
  return clearedAfter(mkdtempSync(join(tmpdir(), `${kind}-${String(process.pid)}-`)), run)
}

/** An own number that is not in `own` is that of a process that ran under it before. */
function isAlive(holder: number): boolean {
  if (holder === process.pid) return false
  try {
    process.kill(holder, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

async function clearedAfter<T>(work: string, run: (work: string) => Promise<T>): Promise<T> {
  const clear = () => {
    rmSync(work, { recursive: true, force: true })
  }
  const stop = (signal: keyof typeof signals) => {
    clear()
    process.exit(signals[signal])
  }
  const names = Object.keys(signals) as (keyof typeof signals)[]
  for (const name of names) process.once(name, stop)
  own.add(work)
  try {
    return await run(work)
  } finally {
    for (const name of names) process.off(name, stop)
    clear()
    own.delete(work)
  }
}
