import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

const root = resolve('build/test')

function filesUnder(path: string): string[] {
  if (statSync(path).isFile()) return [path]
  const entries = readdirSync(path, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
}

function hashOf(sources: string[]): string {
  const hash = createHash('sha256')
  for (const file of sources.flatMap(filesUnder).sort())
    hash.update(file).update(readFileSync(file))
  return hash.digest('hex').slice(0, 12)
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

async function takes(lock: string): Promise<boolean> {
  try {
    await writeFile(lock, String(process.pid), { flag: 'wx' })
    return true
  } catch {
    const owner = await readFile(lock, 'utf8').catch(() => '')
    if (owner && !isAlive(Number(owner))) await rm(lock, { force: true })
    return false
  }
}

async function removeOlder(name: string, kept: string): Promise<void> {
  for (const entry of await readdir(root))
    if (entry.startsWith(`${name}-`) && !entry.endsWith('.lock') && entry !== kept)
      await rm(join(root, entry), { recursive: true, force: true })
}

/**
 * A folder that is made once from its sources and used by every test that needs it, also by those
 * that run at the same time; made again when a source changes.
 */
export async function prepared(
  name: string,
  sources: string[],
  make: (folder: string) => Promise<void>,
): Promise<string> {
  const kept = `${name}-${hashOf(sources)}`
  const folder = join(root, kept)
  const lock = `${folder}.lock`
  await mkdir(root, { recursive: true })
  while (!existsSync(folder)) {
    if (!(await takes(lock))) {
      await wait(200)
      continue
    }
    try {
      if (existsSync(folder)) break
      await removeOlder(name, kept)
      const unfinished = await mkdtemp(`${folder}-`)
      await make(unfinished)
      await rename(unfinished, folder)
    } finally {
      await rm(lock, { force: true })
    }
  }
  return folder
}
