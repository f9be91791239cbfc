import { createHash } from 'node:crypto'
import { createWriteStream, existsSync } from 'node:fs'
import { copyFile, link, mkdir, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Transform, type Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Problem } from '../problem.ts'
import type { Place } from './request.ts'

/** An uploaded file in an inbox of its own, outside of any warehouse, until it is accepted or left. */
export type Draft = { folder: string; path: string; bytes: number; sha256: string }

const DRAFT = 'jiuye-upload-'

/** A national year of the largest extract in CSV is a tenth of this. */
export const MOST_BYTES = 1_000_000_000

export function tooLarge(): Problem {
  const detail = `文件超过 ${MOST_BYTES / 1e9} GB，请分成几个文件报送。`
  return new Problem(413, 'too_large', detail)
}

/** Writes the body to a draft under a name of our own. Throws Problem 413 or 400. */
export async function receiveDraft(
  body: Readable,
  inbox: string,
  { unit, quarter, name }: Place & { name: string },
): Promise<Draft> {
  const folder = await mkdtemp(join(tmpdir(), `${DRAFT}${process.pid}-`))
  try {
    await mkdir(join(folder, quarter, unit), { recursive: true })
    const path = join(folder, quarter, unit, name)
    const measured = measure()
    await pipeline(body, measured.stream, createWriteStream(path, { mode: 0o600, flags: 'wx' }))
    if (measured.bytes() === 0) throw new Problem(400, 'bad_request', '文件是空的，请重新选择。')
    const mark = join(inbox, 'demonstration.json')
    if (existsSync(mark)) await copyFile(mark, join(folder, 'demonstration.json'))
    return { folder, path, bytes: measured.bytes(), sha256: measured.sha256() }
  } catch (error) {
    await rm(folder, { recursive: true, force: true })
    throw isGone(error) ? new Problem(400, 'bad_request', '文件没有传完，请重新选择。') : error
  }
}

/** Who stops an upload is no fault of the server. */
function isGone(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ECONNRESET'
}

function measure() {
  const hash = createHash('sha256')
  let bytes = 0
  const stream = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length
      hash.update(chunk)
      if (bytes > MOST_BYTES) done(tooLarge())
      else done(null, chunk)
    },
  })
  return { stream, bytes: () => bytes, sha256: () => hash.digest('hex') }
}

/** Puts the draft into the inbox whole, or not at all. Throws Problem 409 where the name is taken. */
export async function placeDraft(
  draft: Draft,
  inbox: string,
  { unit, quarter, name }: Place & { name: string },
): Promise<void> {
  const folder = join(inbox, quarter, unit)
  await mkdir(folder, { recursive: true })
  const unfinished = join(folder, `.${name}.upload`)
  await copyFile(draft.path, unfinished)
  try {
    await link(unfinished, join(folder, name))
  } catch (cause) {
    throw new Problem(409, 'taken', '检查之后又有文件报送，请重新检查这个文件。', { cause })
  } finally {
    await rm(unfinished, { force: true })
  }
}

export async function removeDraft({ folder }: Draft): Promise<void> {
  await rm(folder, { recursive: true, force: true })
}

/** Removes the drafts of servers that were killed; those of another that runs stay. */
export async function removeLeftDrafts(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    if (!name.startsWith(DRAFT) || isRunning(Number.parseInt(name.slice(DRAFT.length)))) continue
    await rm(join(tmpdir(), name), { recursive: true, force: true })
  }
}

/** Drafts of an earlier version name no process: their server is gone. */
function isRunning(holder: number): boolean {
  if (Number.isNaN(holder)) return false
  try {
    process.kill(holder, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
