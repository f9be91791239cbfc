import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { RunningServer } from '../../server/main.ts'
import { Book } from '../reference/progress.ts'
import { readWorld } from '../reference/world.ts'
import { type Client, signedIn, startProduct } from '../support/product.ts'
import { allRows } from '../support/progress-rows.ts'
import { load, temporaryFolder } from '../support/warehouses.ts'
import { figureDisagreements, standingDisagreements } from './disagreements.ts'
import { writeRandomInbox } from './random-inbox.ts'

const days = ['2016-01-01', '2016-07-01', '2017-07-17', '2017-12-31', '2018-01-01', '2018-06-30']

describe.each([1, 2])('a small inbox in which everything meets, seed %i', (seed) => {
  let folder: string
  let server: RunningServer
  let client: Client
  let book: Book

  beforeAll(async () => {
    folder = await temporaryFolder('random')
    const inbox = join(folder, 'inbox')
    const warehouse = join(folder, 'warehouse')
    await writeRandomInbox(inbox, seed)
    await load(inbox, warehouse)
    book = new Book(await readWorld(inbox))
    server = await startProduct(warehouse)
    client = await signedIn(server.url, 'leader')
  })

  afterAll(async () => {
    await server.close()
    await rm(folder, { recursive: true })
  })

  it.each(days)('gives the figures of the reference on %s', async (day) => {
    expect(figureDisagreements(await allRows(client, day), book, day)).toEqual([])
  })

  it.each(days)('gives the targets and status of the reference on %s', async (day) => {
    expect(standingDisagreements(await allRows(client, day), book, day)).toEqual([])
  })
})
