import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Indicator } from '../reference/plan-constants.ts'
import { Book } from '../reference/progress.ts'
import { readWorld } from '../reference/world.ts'
import { writeInbox } from '../support/inbox-files.ts'
import { progressRows } from '../support/progress-rows.ts'
import { type Served, serveInbox } from '../support/served.ts'
import { handMadeLevy } from './hand-made-levy.ts'
import { handMadeServices } from './hand-made-services.ts'

/** Indicator, region, day, actual or reason, counted by hand from the rules. */
type Counted = [Indicator, string, string, number | string, string]

const services: Counted[] = [
  ['A4', '110101', '2018-06-29', 2 / 4, 'introduced and guided, of four with need'],
  ['A4', '110101', '2018-06-30', 1 / 3, 'she is 55 today'],
  ['A4', '110102', '2018-06-30', 'not_applicable', 'no one with need'],
  ['B1', '110000', '2017-06-29', 'no_data', 'fifteen units have filed: no filing year yet'],
  ['B1', '110000', '2017-06-30', 1 / 2, 'the sixteenth has filed'],
  ['B1', '110000', '2018-06-30', 1 / 2, '2018 is filed by one unit alone: still 2017'],
  ['B1', '000000', '2018-06-30', 1 / 17, 'a filing is an organ'],
  ['B1', '110101', '2018-06-30', 'not_applicable', 'provinces only'],
  ['B2', '120000', '2018-06-30', 'not_applicable', 'filed, but by no such unit'],
  ['B5', '440000', '2018-06-30', 2, 'one of staff twice, one certificate holder'],
  ['B5', '000000', '2018-06-30', 3, 'the same staff number of another unit is someone else'],
  ['B5', '110000', '2018-06-30', 0, 'counted where trained, not at home'],
  ['B6', '110000', '2018-06-30', 2, 'neither free nor blind is asked'],
  ['B7', '110000', '2016-06-30', 0, 'new only from the second training'],
  ['B7', '110000', '2018-06-30', 1, 'new'],
  ['B8', '110000', '2018-06-30', 1, 'medical massage'],
  ['B9', '420000', '2018-06-29', 2, 'both open'],
  ['B9', '420000', '2018-06-30', 1, 'closed from 停办日期, whatever the 层级'],
  ['B10', '420000', '2018-06-30', 0, 'reported, none'],
  ['B11', '110102', '2018-06-30', 1 / 2, 'blind and willing: one of two trained'],
  ['C2', '110106', '2018-06-30', 2 / 10, 'the latest 年度 not after the year'],
  ['C2', '110106', '2016-12-31', 2 / 20, 'that of 2016'],
  ['C2', '110102', '2018-06-30', 'not_applicable', 'no row of the place'],
  ['C2', '110000', '2018-06-30', 16 / 10, 'she is 55; a row of a province is quarantined'],
  ['C3', '110106', '2018-04-09', 0, 'last updated in the quarter before'],
  ['C3', '110106', '2018-06-30', 1 / 2, 'by a version replaced since'],
  ['C4', '110107', '2018-06-29', 1 / 3, 'open on its last day'],
  ['C4', '110107', '2018-06-30', 2 / 3, 'out of work, as the survey says'],
  ['C5', '440000', '2018-06-30', 0, 'completed tomorrow'],
  ['C6', '420000', '2018-06-30', 2 / 14, 'the province and one of thirteen prefectures'],
  ['C6', '420100', '2018-06-30', 1, 'by a room of 层级 市'],
  ['C6', '420200', '2018-06-30', 0, 'not by one of 层级 县'],
  ['C6', '429000', '2018-06-30', 'not_applicable', 'no prefecture'],
  ['C7', '110108', '2017-12-31', 0, 'no one at work yet'],
  ['C7', '110108', '2018-06-30', 1, 'one household, where its first member is'],
  ['C7', '110109', '2018-06-30', 'not_applicable', 'not where the other is'],
  ['C7', '120101', '2018-06-30', 0, 'the same number of another unit is another household'],
  ['M1', '000000', '2018-06-30', 1 / 32, 'done before the plan, by a row replaced since'],
  ['M1', '110101', '2018-06-30', 'not_applicable', 'provinces only'],
  ['M2', '110000', '2018-06-30', 0, 'a district’s is not the province’s'],
  ['M2', '650000', '2018-06-30', 0, 'never no data'],
  ['M6', '110000', '2018-03-01', 1, 'a row of the year'],
  ['M6', '110000', '2017-12-31', 0, 'none of that year'],
]

const levy: Counted[] = [
  ['L1', '440000', '2020-06-30', 0, 'of the placed only one is registered'],
  ['L1', '330000', '2020-06-30', 1, 'and of two contracts of one day the lower unit’s counts'],
  ['L2', '440103', '2020-06-30', 250 / 350, 'with the correction'],
  ['L3', '440103', '2020-06-30', 1000.5, 'in yuan'],
  ['L3', '440103', '2019-12-31', 'no_data', 'no row of that year'],
  ['L4', '440103', '2020-06-29', 400, 'the second quarter ends tomorrow'],
  ['L4', '440103', '2020-06-30', 350, 'the third has not ended'],
  ['L5', '440103', '2020-06-30', 350 / 1000.5, 'spent over levied'],
  ['L6', '440103', '2020-06-30', 0, 'two of five hundred'],
  ['L6', '440000', '2020-06-30', 2 / 7, 'exactly the ratio, and beyond it'],
  ['L7', '440000', '2020-06-30', 1, 'beyond the ratio'],
  ['L8', '440105', '2020-06-30', 1, 'an enterprise of thirty'],
  ['L8', '440105', '2019-12-31', 'not_applicable', 'before the rule'],
  ['L9', '440000', '2020-06-30', 1, 'a state enterprise and an institution, both'],
  ['L10', '440103', '2020-06-30', 1 / 2, 'in work on the 180th day'],
  ['L10', '440104', '2020-06-30', 'not_applicable', 'completed before the twelve months'],
  ['L11', '440104', '2020-06-30', 1 / 2, '180 days, and 179'],
  ['L12', '440000', '2020-06-30', 2 / 3, 'two of three, one of them staff'],
  ['L13', '440000', '2020-06-30', 2, 'a person, and a soldier under two forms of one number'],
  ['L13', '000000', '2020-06-30', 4, 'each row where it lies'],
  ['L14', '000000', '2020-06-30', 1 / 32, 'for the calendar year'],
  ['L15', '440103', '2020-06-30', 0, 'a person with two certificates is one'],
  ['L15', '440104', '2020-06-30', 0, 'exactly 1 %, two of them severe'],
  ['L15', '440111', '2020-06-30', 1, 'declared without the nine tenths'],
  ['L15', '440000', '2020-06-30', 1, 'the only one that differs'],
]

const inboxes: [string, Record<string, string>, Counted[]][] = [
  ['the other indicators of plan 13-5', handMadeServices, services],
  ['the levy', handMadeLevy, levy],
]

describe.each(inboxes)('%s counted by hand', (_name, files, counted) => {
  let served: Served
  let book: Book

  beforeAll(async () => {
    served = await serveInbox((inbox) => writeInbox(inbox, files))
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
