import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Book } from '../reference/progress.ts'
import { readWorld } from '../reference/world.ts'
import { allRows } from '../support/progress-rows.ts'
import { type Served, serveInbox } from '../support/served.ts'
import { figureDisagreements, standingDisagreements } from './disagreements.ts'
import { writeRandomInbox } from './random-inbox.ts'
import { sumDisagreements } from './sums.ts'

const early = ['2016-07-01', '2017-07-17', '2018-01-01', '2018-06-30']
/** With the levy rule of 2020 and the day after the plan's end. */
const late = ['2020-02-29', '2020-12-31', '2021-01-01']

const inboxes = [
  { seed: 1, later: 0, days: early },
  { seed: 2, later: 0, days: ['2016-01-01', '2017-12-31'] },
  { seed: 3, later: 3, days: late },
]

const slowly = { timeout: 240_000 }

describe.each(inboxes)('everything meets: seed $seed, $later years later', (inbox) => {
  let served: Served
  let book: Book

  beforeAll(async () => {
    served = await serveInbox((folder) => writeRandomInbox(folder, inbox.seed, inbox.later))
    book = new Book(await readWorld(served.inbox))
  })

  afterAll(async () => {
    await served.close()
  })

  it.each(inbox.days)('agrees with the reference, and adds up, on %s', slowly, async (day) => {
    const rows = await allRows(served.client, day)
    expect(figureDisagreements(rows, book, day)).toEqual([])
    expect(standingDisagreements(rows, book, day)).toEqual([])
    expect(sumDisagreements(rows, book.world.regions, day)).toEqual([])
  })
})
