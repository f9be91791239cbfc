import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  chainDisagreements,
  cohortDisagreements,
  institutionDisagreements,
  pairDisagreements,
} from './analyses.ts'
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

/** Within the three-year action, in its first and in its last year. */
const action = ['2022-06-30', '2024-06-30']

const inboxes = [
  { seed: 1, later: 0, days: early, analysed: '2018-06-30' },
  { seed: 2, later: 0, days: ['2016-01-01', '2017-12-31'], analysed: '2017-12-31' },
  { seed: 3, later: 3, days: late, analysed: '2020-12-31' },
  { seed: 4, later: 6, days: action, analysed: '2024-06-30' },
]

const slowly = { timeout: 240_000 }

/** Combinations of region, level, day and plan that were compared, and numbers of the analyses. */
const compared = { figures: 0, analyses: 0 }

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
    compared.figures += rows.length
    expect(figureDisagreements(rows, book, day)).toEqual([])
    expect(standingDisagreements(rows, book, day)).toEqual([])
    expect(sumDisagreements(rows, book.world.regions, day)).toEqual([])
  })

  it('cohorts, institutions, the levy’s chain and the pairs agree', slowly, async () => {
    const { client } = served
    const { world } = book
    const day = inbox.analysed
    const regions = ['000000', '440000', '660000', '370000', '440103', '659001']
    const said = [
      await cohortDisagreements(client, world, { day, regions }),
      await institutionDisagreements(client, world, day),
      await chainDisagreements(client, world, day),
      await pairDisagreements(client, world, day),
    ]
    expect(said.flatMap(({ disagreements }) => disagreements)).toEqual([])
    for (const one of said) compared.analyses += one.compared
  })
})

it('that were more than 2,000 combinations of region, level, day and plan', () => {
  console.info(`${compared.figures} figures and ${compared.analyses} numbers of the analyses agree`)
  expect(compared.figures).toBeGreaterThan(2_000)
  expect(compared.analyses).toBeGreaterThan(2_000)
})
