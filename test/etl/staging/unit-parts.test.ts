import { appendFileSync, cpSync, existsSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'

import { afterAll, beforeAll, expect, test } from 'vitest'

import { partPath } from '../../../etl/parts.ts'
import { currentManifest, type Published } from '../../../etl/published.ts'
import { runEtl } from '../../../etl/run.ts'
import { verify } from '../../../etl/verify.ts'
import { sampleInbox } from '../../support/inboxes.ts'
import { key, temporaryFolder, writeFiles } from '../staged-inbox.ts'

const units = ['440000', '660000']
const quarters = ['2017Q4', '2018Q1', '2018Q2']
const today = '2018-07-01'
let folder = ''
let [inbox, warehouse, later] = ['', '', '']

beforeAll(async () => {
  folder = temporaryFolder()
  inbox = join(folder, 'inbox')
  warehouse = join(folder, 'warehouse')
  later = join(folder, 'later')
  const whole = await sampleInbox()
  for (const quarter of quarters)
    for (const unit of units) {
      const from = join(whole, quarter, unit)
      if (existsSync(from)) cpSync(from, join(inbox, quarter, unit), { recursive: true })
    }
  renameSync(join(inbox, '2018Q2', '440000'), later)
})
afterAll(() => rmSync(folder, { recursive: true }))

async function loaded(to: string, partsFrom: number): Promise<Published> {
  await runEtl({
    inbox,
    warehouse: to,
    pseudonymKey: key,
    today,
    partsFrom,
    mostChanged: 1,
    ...(process.env['ZZ']
      ? {
          onProgress: (s: string) => {
            if (/选取|全部|更新/.test(s)) console.log(s)
          },
        }
      : {}),
  })
  return currentManifest(to)!
}

/** All that a load makes: the tables and what became of each file. */
const told = ({ content, files, totals }: Published) => ({ content, files, totals })
const named = ({ parts }: Published) => new Map(parts.map((part) => [part.sha256, part]))

test('of a unit that sends one more quarter its new files are read alone, and it comes to what reading all comes to', async () => {
  const before = named(await loaded(warehouse, 0))
  renameSync(later, join(inbox, '2018Q2', '440000'))
  const after = await loaded(warehouse, 0)
  const fresh = [...named(after).values()].filter(({ sha256 }) => !before.has(sha256))
  const read = new Set(fresh.flatMap(({ paths }) => paths))
  expect([...read].filter((path) => !path.startsWith('2018Q2/440000/'))).toEqual([])
  expect(read.size).toBeGreaterThan(5)
  const shared = [...named(after).values()].filter(({ sha256 }) => before.has(sha256))
  expect(new Set(shared.map(({ unit }) => unit))).toEqual(new Set(units))
  expect((await verify(warehouse)).faults).toEqual([])
  const whole = await loaded(join(folder, 'whole'), Infinity)
  expect(whole.parts).toEqual([])
  expect(told(after)).toEqual(told(whole))
}, 180_000)

test('a damaged part is found, and its unit read again', async () => {
  const sound = currentManifest(warehouse)!
  const part = sound.parts.find(({ extract, unit }) => extract === 'training' && unit === '440000')!
  appendFileSync(partPath(warehouse, part), 'x')
  expect((await verify(warehouse)).faults).toHaveLength(1)
  const again = await loaded(warehouse, 0)
  expect(told(again)).toEqual(told(sound))
  expect((await verify(warehouse)).faults).toEqual([])
}, 120_000)

test('a unit of which every row is quarantined stops no load, this one nor the next', async () => {
  const own = join(folder, 'all-broken')
  const header = '残疾人证号,姓名,性别,出生日期,户籍地区划代码,户口性质,登记日期,更新日期\n'
  const row = (number: string) => `${number},某某,女,1949-12-31,110105,城镇,2016-01-01,2016-01-01\n`
  const load = () =>
    runEtl({ inbox: own, warehouse: `${own}-wh`, pseudonymKey: key, today, partsFrom: 0 })
  const published = () => currentManifest(`${own}-wh`)
  writeFiles(own, { '2018Q1/110000/registration.csv': header + row('1.10105E+19') })
  await load()
  expect(published()).toMatchObject({ totals: { rowsRead: 1, rowsQuarantined: 1 } })
  writeFiles(own, { '2018Q2/110000/registration.csv': header + row('11010519491231002X43') })
  await load()
  expect(published()).toMatchObject({ totals: { rowsAccepted: 1, rowsQuarantined: 1 } })
}, 120_000)
