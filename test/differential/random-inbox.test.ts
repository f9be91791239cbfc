import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Book } from '../reference/progress.ts'
import { readWorld } from '../reference/world.ts'
import { allRows } from '../support/progress-rows.ts'
import { type Served, serveInbox } from '../support/served.ts'
import { figureDisagreements, standingDisagreements } from './disagreements.ts'
import { writeRandomInbox } from './random-inbox.ts'

const days = ['2016-01-01', '2016-07-01', '2017-07-17', '2017-12-31', '2018-01-01', '2018-06-30']

describe.each([1, 2])('a small inbox in which everything meets, seed %i', (seed) => {
  let served: Served
  let book: Book

  beforeAll(async () => {
    served = await serveInbox((inbox) => writeRandomInbox(inbox, seed))
    book = new Book(await readWorld(served.inbox))
  })

  afterAll(async () => {
    await served.close()
  })

  it.each(days)('gives the figures, targets and status of the reference on %s', async (day) => {
    const rows = await allRows(served.client, day)
    expect(figureDisagreements(rows, book, day)).toEqual([])
    expect(standingDisagreements(rows, book, day)).toEqual([])
  })
})
