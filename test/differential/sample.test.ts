import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { RunningServer } from '../../server/main.ts'
import { addDays } from '../reference/days.ts'
import { Book } from '../reference/progress.ts'
import { readWorld } from '../reference/world.ts'
import { sampleInbox } from '../support/inboxes.ts'
import { type Client, signedIn, startProduct } from '../support/product.ts'
import { allRows } from '../support/progress-rows.ts'
import { sampleWarehouse } from '../support/warehouses.ts'
import { Dice } from './dice.ts'
import { figureDisagreements, standingDisagreements } from './disagreements.ts'
import { sumDisagreements } from './sums.ts'

const randomDay = addDays('2016-01-01', new Dice(20_180_630).below(912))
const days = ['2017-12-31', '2018-02-28', '2018-06-30', randomDay]

describe('the demonstration', () => {
  let server: RunningServer
  let client: Client
  let book: Book

  beforeAll(async () => {
    book = new Book(await readWorld(await sampleInbox()))
    server = await startProduct(await sampleWarehouse())
    client = await signedIn(server.url, 'leader')
  })

  afterAll(async () => {
    await server.close()
  })

  it.each(days)(
    'agrees with the reference, and adds up, on %s',
    { timeout: 240_000 },
    async (day) => {
      const rows = await allRows(client, day)
      expect(figureDisagreements(rows, book, day)).toEqual([])
      expect(standingDisagreements(rows, book, day)).toEqual([])
      expect(sumDisagreements(rows, book.world.regions, day)).toEqual([])
    },
  )
})
