import { rmSync } from 'node:fs'
import { join } from 'node:path'

import { afterAll, beforeAll, expect, test } from 'vitest'

import { tables } from '../../../etl/marts.ts'
import { readCarried } from '../../../etl/renewal/carry.ts'
import { verify } from '../../../etl/verify.ts'
import { temporaryFolder } from '../staged-inbox.ts'
import { randomFrom } from './mixed-rows.ts'
import { carried, inboxOf, loaded, mixer, whole } from './renewals.ts'

const units = ['460000', '640000', '660000']
let folder = ''
beforeAll(() => {
  folder = temporaryFolder()
})
afterAll(() => rmSync(folder, { recursive: true }))

test('every mart is said to be carried on in one way', async () => {
  const { rows, sums, anew, after } = await readCarried()
  const said = [...rows, ...Object.keys(sums), ...anew, ...after].sort()
  const balanced = Object.keys(sums).filter((mart) => mart.endsWith('_by_province'))
  const made = tables.filter((table) => table.startsWith('marts/')).map((table) => table.slice(6))
  expect(said).toEqual([...made, ...balanced, 'listed'].sort())
})

test('what is carried on, file after file, is what counting all anew comes to', async () => {
  const inbox = await inboxOf(folder, units)
  const warehouse = join(folder, 'warehouse')
  const mix = await mixer(inbox, units)
  expect((await loaded(inbox, warehouse, carried)).renewed).toBe(false)
  const random = randomFrom(20)
  let renewed = 0
  for (let step = 0; step < 4; step += 1) {
    const paths = mix(random, step)
    const now = await loaded(inbox, warehouse, carried)
    if (now.renewed) renewed += 1
    const anew = await loaded(inbox, join(folder, `whole-${String(step)}`), whole)
    expect(now.told, paths.join()).toEqual(anew.told)
  }
  expect(renewed).toBeGreaterThan(2)
  expect((await verify(warehouse)).faults).toEqual([])
}, 300_000)
