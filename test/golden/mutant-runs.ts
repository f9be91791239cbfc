import { createHash } from 'node:crypto'
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { openDatabase } from '../../etl/database.ts'
import { readLayouts } from '../../etl/layouts.ts'
import type { LoadInput } from '../../etl/load.ts'
import { findSubmission } from '../../etl/submission.ts'
import type { Mutant } from './mutants.ts'

type Load = typeof import('../../etl/load.ts')
type Database = Awaited<ReturnType<typeof openDatabase>>

/** Imports a module of a copy of the program. */
export async function imported<Module>(folder: string, file: string): Promise<Module> {
  return (await import(pathToFileURL(join(folder, file)).href)) as Module
}

/** A copy of some rooms of the program with the mistake in it. Throws where the text is not there. */
export async function copyWith(mutant: Mutant, folder: string, rooms: string[]): Promise<void> {
  const { file, find, replace } = mutant
  await mkdir(folder, { recursive: true })
  const filter = (path: string) => !path.startsWith(join('etl', 'sample'))
  for (const room of rooms) await cp(room, join(folder, room), { recursive: true, filter })
  const text = await readFile(file, 'utf8')
  if (!text.includes(find)) throw new Error(`${file} has no “${find}”: write the mutant anew`)
  await writeFile(
    join(folder, file),
    text.replaceAll(find, () => replace),
  )
}

/** What a load of the golden extracts with a copy's rules is given. */
export async function loadInput(mistake: string, root: string, dataDir: string) {
  const inbox = join(import.meta.dirname, 'extracts')
  const contentHash = createHash('sha256').update(mistake).digest('hex')
  const work = join(root, 'work', contentHash.slice(0, 8))
  await mkdir(work, { recursive: true })
  const layouts = await readLayouts(dataDir)
  const hashes = join(root, 'hashes.json')
  const submission = findSubmission(inbox, { dataDir, layouts, hashes })
  const warehouse = join(root, 'warehouse')
  const given = { inbox, warehouse, dataDir, work, layouts, submission, contentHash }
  const key = 'only-for-tests-'.repeat(4)
  return { ...given, key, rules: mistake, onProgress: undefined } satisfies LoadInput
}

async function stagedBy({ stageInbox }: Load, input: LoadInput): Promise<Database> {
  const database = await openDatabase(':memory:', { threads: '1' })
  await stageInbox(database.connection, input)
  return database
}

/** Publishes the golden extracts as a mistake in etl or data has them counted; the snapshot's name. */
export async function publishMutant(
  mutant: Mutant,
  { root, folder, staged }: { root: string; folder: string; staged: Database },
): Promise<string> {
  await copyWith(mutant, folder, ['etl', 'data'])
  const load = await imported<Load>(folder, 'etl/load.ts')
  const input = await loadInput(mutant.mistake, root, join(folder, 'data'))
  const isInStaging = mutant.file.startsWith('etl/staging')
  const database = isInStaging ? await stagedBy(load, input) : staged
  const { snapshot } = await load.countAndPublish(database.connection, input)
  if (isInStaging) database.close()
  return snapshot
}
