import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { RunningServer } from '../../server/main.ts'
import { addDays } from '../reference/days.ts'
import { Book } from '../reference/progress.ts'
import { readWorld } from '../reference/world.ts'
import { sampleInbox } from '../support/inboxes.ts'
import { type Client, signedIn, startProduct } from '../support/product.ts'
import { allRows, type Asked, type ProgressRow, progressRows } from '../support/progress-rows.ts'
import { sampleWarehouse } from '../support/warehouses.ts'
import { Dice } from './dice.ts'
import { figureDisagreements, standingDisagreements } from './disagreements.ts'

const dice = new Dice(20_180_630)
const randomDay = addDays('2016-01-01', dice.below(912))
const days = ['2017-12-31', '2018-02-28', '2018-06-30', randomDay]

/** A province of each shape: with prefectures, with counties straight below, with neither. */
const provinces = ['110000', '420000', '440000', '460000', '540000', '660000']

type Sums = Record<string, { numerator: number; denominator: number }>

/**
 * Amounts to the fourth decimal; what is nowhere counted is left out, and so is C2: a 本级 may have
 * persons registered but no certificate holders, and then no figure of its own.
 */
function sumsOf(rows: ProgressRow[]): Sums {
  const sums: Sums = {}
  for (const { indicator, numerator, denominator } of rows) {
    if (indicator === 'C2' || (!numerator && !denominator)) continue
    const sum = (sums[indicator] ??= { numerator: 0, denominator: 0 })
    sum.numerator = Number((sum.numerator + (numerator ?? 0)).toFixed(4))
    sum.denominator = Number((sum.denominator + (denominator ?? 0)).toFixed(4))
  }
  return sums
}

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

  it.each(days)('gives the figures, targets and status of the reference on %s', async (day) => {
    const rows = await allRows(client, day)
    expect(figureDisagreements(rows, book, day)).toEqual([])
    expect(standingDisagreements(rows, book, day)).toEqual([])
  })

  const sums = async (asked: Asked) =>
    sumsOf([
      ...(await progressRows(client, asked)),
      ...(await progressRows(client, { ...asked, plan: 'levy-2020' })),
    ])

  it('adds up over the nation at every level', async () => {
    const whole = await sums({ level: 'self' })
    expect(await sums({ level: 'province' })).toEqual(whole)
    expect(whole).toMatchObject(await sums({ level: 'county' }))
  })

  it.each(provinces)('adds up over %s and its prefectures', async (region) => {
    const whole = await sums({ region, level: 'self' })
    expect(whole).toMatchObject(await sums({ region, level: 'county' }))
    const prefectures = await progressRows(client, { region, level: 'prefecture' })
    for (const code of new Set(prefectures.map((row) => row.region)))
      expect(await sums({ region: code, level: 'self' })).toMatchObject(
        await sums({ region: code, level: 'county' }),
      )
  })
})
