import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { verify } from '../../../etl/verify.ts'
import { key } from '../../etl/staged-inbox.ts'

const main = join(import.meta.dirname, '..', '..', '..', 'etl', 'main.ts')
const title = '机构代码,机构名称,机构类别,所在地区划代码,成立日期\n'

/** An inbox of one extract with so many institutions, so that each number makes another snapshot. */
export function writeInstitutions(inbox: string, count: number): void {
  const folder = join(inbox, '2018Q2', '440000')
  mkdirSync(folder, { recursive: true })
  const rows = Array.from(
    { length: count },
    (_, at) => `I${at},甲,辅助性就业机构,440103,2016-01-01\n`,
  )
  writeFileSync(join(folder, 'institution.csv'), title + rows.join(''))
}

export interface Load {
  inbox: string
  warehouse: string
  /** Where the load may put what must not outlive it. */
  temporary: string
  env?: Record<string, string>
}

/** Starts a load in a process of its own. */
export function startLoad({ inbox, warehouse, temporary, env }: Load): ChildProcess {
  const words = [main, '--inbox', inbox, '--warehouse', warehouse]
  return spawn(process.execPath, ['--import', 'tsx', ...words], {
    env: { ...process.env, PSEUDONYM_KEY: key, TMPDIR: temporary, ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
}

/** Waits for a load's end; answers its status and what it said of errors. */
export async function ended(load: ChildProcess): Promise<{ status: number | null; said: string }> {
  let said = ''
  load.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()))
  const [status] = (await once(load, 'close')) as [number | null]
  return { status, said }
}

/** The id of the snapshot that is served, which is whole by its manifest. Throws where it is not. */
export async function soundId(warehouse: string): Promise<string> {
  const { id, faults } = await verify(warehouse)
  if (faults.length > 0) throw new Error(`${id} is damaged: ${JSON.stringify(faults)}`)
  return id
}

export function contentHash(warehouse: string, id: string): string {
  const manifest = readFileSync(join(warehouse, 'snapshots', id, 'manifest.json'), 'utf8')
  return (JSON.parse(manifest) as { content: { hash: string } }).content.hash
}

/** What a load should have cleared away: drafts in the warehouse, and anything in the temporary folder. */
export function leftOvers({ warehouse, temporary }: Load): string[] {
  const drafts = readdirSync(warehouse, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.tmp'),
  )
  const work = readdirSync(temporary).filter((name) => name.startsWith('jiuye-etl-'))
  return [...drafts, ...work]
}
