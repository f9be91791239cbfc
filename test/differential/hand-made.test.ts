import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Indicator } from '../reference/plan-constants.ts'
import { Book } from '../reference/progress.ts'
import { readWorld } from '../reference/world.ts'
import { writeInbox } from '../support/inbox-files.ts'
import { progressRows } from '../support/progress-rows.ts'
import { type Served, serveInbox } from '../support/served.ts'
import { handMade } from './hand-made.ts'

/** Indicator, region, day, actual or reason, counted by hand from the rules. */
const counted: [Indicator, string, string, number | string, string][] = [
  ['A1', '440103', '2018-06-30', 1, 'two trainings, one person'],
  ['A1', '440104', '2018-06-30', 1, 'a re-issued certificate is the same person'],
  ['A1', '440105', '2018-06-30', 1, 'urban when the training ended, rural since'],
  ['A1', '440106', '2018-06-30', 0, 'not free'],
  ['A1', '440111', '2018-06-30', 0, 'completed the day before the plan began'],
  ['A1', '440112', '2018-06-30', 0, 'retracted'],
  ['A1', '440113', '2018-06-30', 1, 'retracted, then sent again'],
  ['A1', '441900-self', '2018-06-30', 1, 'a prefecture without counties, on the day itself'],
  ['A1', '441900', '2018-06-29', 0, 'the day before the training ended'],
  ['A1', '330185', '2017-07-17', 1, 'the old code, the day before it changed'],
  ['A1', '330112', '2017-07-18', 1, 'the new code, on the day it changed'],
  ['A1', '660000-self', '2018-06-30', 1, 'what the corps submits counts in the corps'],
  ['A1', '650000', '2018-06-30', 'no_data', 'and not where its code lies'],
  ['A1', '000000', '2018-06-30', 7, 'the nation is the sum'],
  ['A1', '430000', '2018-06-30', 0, 'a person without a registration counts nowhere'],
  ['A3', '420106', '2018-06-30', 1, 'moved out of the scope: shown where it counted'],
  ['A3', '430102', '2018-06-30', 1, 'moved within the scope: shown in the latest region'],
  ['A3', '440114', '2018-06-30', 'not_applicable', 'outside the scope'],
  ['A3', '000000', '2018-06-30', 2, 'trained outside the scope, moved in since: not counted'],
  ['A2', '110101', '2018-06-30', 0, 'already in urban work the day before'],
  ['A2', '110102', '2018-06-30', 1, 'a day without work between'],
  ['A2', '110105', '2018-06-30', 1, 'spells that begin on one day do not block each other'],
  ['B3', '440103', '2018-06-29', 1, 'open to the day before 停办日期'],
  ['B3', '440103', '2018-06-30', 0, 'closed on 停办日期'],
  ['B3', '440104', '2017-12-31', 1, 'open from 成立日期'],
  ['B3', '440224', '2018-06-30', 'not_applicable', 'a county is no district'],
  ['B4', '440224', '2018-06-30', 1, 'a county with an institution'],
  ['B4', '659001', '2018-06-30', 1, 'a city of the corps'],
  ['B4', '650000', '2018-06-30', 'no_data', 'and of no other province'],
  ['C1', '330102', '2018-06-30', 1 / 3, 'in work on 31 December; not 30 June'],
  ['C1', '330102', '2017-12-30', 0, 'not yet the day before'],
  ['L1', '110106', '2018-06-30', 1, 'in the county of the earlier contract'],
  ['L1', '110105', '2018-06-30', 0, 'not in the other'],
  ['L1', '000000', '2018-06-30', 1, 'a soldier’s certificate is not counted'],
]

describe('an inbox counted by hand', () => {
  let served: Served
  let book: Book

  beforeAll(async () => {
    served = await serveInbox((inbox) => writeInbox(inbox, handMade))
    book = new Book(await readWorld(served.inbox))
  })

  afterAll(async () => {
    await served.close()
  })

  it.each(counted)('%s of %s on %s is %s: %s', async (indicator, region, asOf, wanted) => {
    const plan = indicator.startsWith('L') ? 'levy-2020' : '13-5'
    const [row] = await progressRows(served.client, {
      plan,
      indicator,
      region,
      asOf,
      level: 'self',
    })
    expect(row?.actual ?? row?.reason).toBe(wanted)
  })

  it.each(counted)('the reference: %s of %s on %s is %s: %s', (indicator, region, day, wanted) => {
    const { actual, reason } = book.on(day).value(indicator, region)
    expect(actual ?? reason).toBe(wanted)
  })
})
