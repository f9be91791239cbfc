import { cp, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openDatabase } from '../../etl/database.ts'
import { countAndPublish, stageInbox } from '../../etl/load.ts'
import type { RunningServer } from '../../server/main.ts'
import { type Client, password, signedIn, startProduct } from '../support/product.ts'
import { progressRows } from '../support/progress-rows.ts'
import { golden, shownOf, wantedOf } from './figures.ts'
import { importedWith, loadInput, publishMutant, withModel } from './mutant-runs.ts'
import { mutants, type Mutant } from './mutants.ts'

const root = resolve('build/test/mutants')
const warehouse = join(root, 'warehouse')
/** Holds the right snapshot alone, so that a server of its own need not check the others first. */
const rightWarehouse = join(root, 'right')
const numbered = mutants.map((mutant, at) => ({ ...mutant, at: at + 1 }))

/** By mutant, the snapshot that it published or why it could not. */
const published = new Map<number, string | Error>()
let right: string
let server: RunningServer
let client: Client

beforeAll(async () => {
  await rm(root, { recursive: true, force: true })
  const input = await loadInput('no mistake', root)
  const staged = await openDatabase(':memory:', { threads: '1' })
  await stageInbox(staged.connection, input)
  right = (await countAndPublish(staged, input)).snapshot
  await cp(warehouse, rightWarehouse, { recursive: true })
  for (const mutant of numbered.filter(isInMarts)) {
    const from = { root, folder: folderOf(mutant), staged }
    const snapshot = publishMutant(mutant, from).catch((error: unknown) => error as Error)
    published.set(mutant.at, await snapshot)
  }
  staged.close()
  server = await startProduct(warehouse)
  client = await signedIn(server.url, 'leader')
}, 900_000)

afterAll(async () => {
  await server.close()
  await rm(root, { recursive: true, force: true })
})

function isInMarts({ file }: Mutant): boolean {
  return /^(etl|data)/.test(file)
}

function folderOf({ at }: { at: number }): string {
  return join(root, String(at))
}

/** Waits until the server has read an older snapshot against its manifest: before, it answers 503. */
async function checked(ask: Client, snapshot: string): Promise<void> {
  const path = `/api/progress?plan=13-5&region=000000&level=self&indicator=A1&snapshot=${snapshot}`
  while ((await ask(path)).status === 503) await wait(100)
}

/** Of the figures asked for, the numbers of those that differ from what was worked by hand. */
async function broken(asked: number[], ask: Client, snapshot: string): Promise<number[]> {
  await checked(ask, snapshot)
  const found: number[] = []
  for (const figure of golden.filter(({ number }) => asked.includes(number))) {
    const { indicator, region, day } = figure
    const plan = indicator.startsWith('L') ? 'levy-2020' : '13-5'
    const [row] = await progressRows(ask, { plan, indicator, region, asOf: day, snapshot })
    if (JSON.stringify(shownOf(row, figure)) !== JSON.stringify(wantedOf(figure)))
      found.push(figure.number)
  }
  return found
}

type Server = typeof import('../../server/main.ts')

/** A mistake in cube or server: a server of its own over the right snapshot. */
async function brokenByServer(mutant: Mutant, folder: string): Promise<number[]> {
  const load = mutant.file.startsWith('cube/model') ? withModel : importedWith
  const { startServer } = await load<Server>(mutant, folder, () => import('../../server/main.ts'))
  const own = await startServer({ port: 0, warehouse: rightWarehouse, demoPassword: password })
  try {
    return await broken(mutant.breaks, await signedIn(own.url, 'leader'), right)
  } finally {
    await own.close()
  }
}

it('without a mistake breaks none', async () => {
  const asked = [...new Set(mutants.flatMap(({ breaks }) => breaks))]
  expect(await broken(asked, client, right)).toEqual([])
})

it.each(numbered)('mutant $at, $mistake, breaks figures $breaks', async (mutant) => {
  const snapshot = published.get(mutant.at)
  if (snapshot instanceof Error) throw snapshot
  const found =
    snapshot === undefined
      ? await brokenByServer(mutant, folderOf(mutant))
      : await broken(mutant.breaks, client, snapshot)
  expect(found).toEqual(mutant.breaks)
})
