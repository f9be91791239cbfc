import { createHash } from 'node:crypto'
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { vi } from 'vitest'
import { openDatabase } from '../../etl/database.ts'
import { readLayouts } from '../../etl/layouts.ts'
import { countAndPublish, type LoadInput } from '../../etl/load.ts'
import { findSubmission } from '../../etl/submission.ts'
import type { Mutant } from './mutants.ts'

type Load = typeof import('../../etl/load.ts')
type Database = Awaited<ReturnType<typeof openDatabase>>

/** The file's text with the mistake in it. Throws where the text is not there. */
async function mistaken({ file, find, replace }: Mutant): Promise<string> {
  const text = await readFile(file, 'utf8')
  if (!text.includes(find)) throw new Error(`${file} has no “${find}”: write the mutant anew`)
  return text.replaceAll(find, () => replace)
}

/** A copy of a folder that holds the file, with the mistake in it. */
async function copyWith(mutant: Mutant, folder: string, to: string): Promise<string> {
  await cp(folder, to, { recursive: true })
  await writeFile(join(to, mutant.file.slice(folder.length + 1)), await mistaken(mutant))
  return to
}

/** Loads a module of the program anew, with the mistake in the place of the mutant's own module. */
export async function importedWith<Module>(
  mutant: Mutant,
  folder: string,
  entry: () => Promise<Module>,
): Promise<Module> {
  const copy = join(folder, basename(mutant.file))
  await mkdir(folder, { recursive: true })
  const text = await mistaken(mutant)
  const inPlace = (_: string, path: string) => `from '${resolve(dirname(mutant.file), path)}'`
  await writeFile(copy, text.replaceAll(/from '(\.[^']+)'/g, inPlace))
  vi.resetModules()
  vi.doMock(resolve(mutant.file), () => import(pathToFileURL(copy).href))
  try {
    return await entry()
  } finally {
    vi.doUnmock(resolve(mutant.file))
  }
}

/** Loads the server anew, with the mistake in the metrics. */
export async function withModel<Module>(
  mutant: Mutant,
  folder: string,
  entry: () => Promise<Module>,
): Promise<Module> {
  const model = await copyWith(mutant, 'cube/model', folder)
  vi.resetModules()
  vi.doMock(resolve('cube/model-files.ts'), async () => {
    const { modelFilesIn } = await vi.importActual<typeof import('../../cube/model-files.ts')>(
      '../../cube/model-files.ts',
    )
    return { modelFiles: modelFilesIn(resolve(model)) }
  })
  try {
    return await entry()
  } finally {
    vi.doUnmock(resolve('cube/model-files.ts'))
  }
}

/** What a load of the golden extracts is given. */
export async function loadInput(mistake: string, root: string, dataDir = 'data') {
  const inbox = join(import.meta.dirname, 'extracts')
  const contentHash = createHash('sha256').update(mistake).digest('hex')
  const work = join(root, 'work', contentHash.slice(0, 8))
  await mkdir(work, { recursive: true })
  const layouts = await readLayouts(dataDir)
  const hashes = join(root, 'hashes.json')
  const submission = await findSubmission(inbox, { dataDir, layouts, hashes })
  const warehouse = join(root, 'warehouse')
  const given = { inbox, warehouse, dataDir, work, layouts, submission, contentHash }
  const key = 'only-for-tests-'.repeat(4)
  return { ...given, key, rules: mistake, onProgress: undefined } satisfies LoadInput
}

/** A mistake in staging: the extracts are staged anew by the mistaken program. */
async function stagedWith(mutant: Mutant, folder: string, input: LoadInput): Promise<Database> {
  const load = await importedWith<Load>(mutant, folder, () => import('../../etl/load.ts'))
  const database = await openDatabase(':memory:', { threads: '1' })
  await load.stageInbox(database.connection, input)
  return database
}

/** Publishes the golden extracts as a mistake in etl or data has them counted; the snapshot's name. */
export async function publishMutant(
  mutant: Mutant,
  { root, folder, staged }: { root: string; folder: string; staged: Database },
): Promise<string> {
  const { file, mistake } = mutant
  if (file.startsWith('etl/sql/')) {
    const sqlDir = resolve(await copyWith(mutant, 'etl/sql', folder))
    const input = await loadInput(mistake, root)
    return (await countAndPublish(staged, { ...input, sqlDir })).snapshot
  }
  if (file.startsWith('data/')) {
    const input = await loadInput(mistake, root, await copyWith(mutant, 'data', folder))
    return (await countAndPublish(staged, input)).snapshot
  }
  const input = await loadInput(mistake, root)
  const database = await stagedWith(mutant, folder, input)
  try {
    return (await countAndPublish(database, input)).snapshot
  } finally {
    database.close()
  }
}
