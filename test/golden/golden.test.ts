import { cp } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { progressRows } from '../support/progress-rows.ts'
import { serveInbox, type Served } from '../support/served.ts'
import { golden, shownOf, wantedOf } from './figures.ts'

let served: Served

beforeAll(async () => {
  const extracts = join(import.meta.dirname, 'extracts')
  served = await serveInbox((inbox) => cp(extracts, inbox, { recursive: true }))
})

afterAll(async () => {
  await served.close()
})

it.each(golden)('figure $number: $indicator of $region on $day is $wanted', async (figure) => {
  const { indicator, region, day } = figure
  const plan = indicator.startsWith('L') ? 'levy-2020' : '13-5'
  const [row] = await progressRows(served.client, { plan, indicator, region, asOf: day })
  expect(shownOf(row, figure)).toEqual(wantedOf(figure))
})
