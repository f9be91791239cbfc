import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'

import { afterAll, beforeAll, expect, test } from 'vitest'

import { tables } from '../../../etl/marts.ts'
import { currentId, folderOf } from '../../../etl/published.ts'
import { readCarried } from '../../../etl/renewal/carry.ts'
import { dataDir, temporaryFolder, writeFiles } from '../staged-inbox.ts'
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

/** Takes a unit's files of an extract out of the inbox; what it answers puts them back. */
function without(inbox: string, unit: string, extract: string, quarter = /./): () => void {
  const taken = readdirSync(inbox, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.split('/')[1] === unit && quarter.test(path.split('/')[0] ?? ''))
    .filter((path) => path.split('/')[2]?.startsWith(extract))
  expect(taken.length).toBeGreaterThan(0)
  const moved = (from: string, to: string) => () => {
    for (const path of taken) {
      mkdirSync(dirname(join(to, path)), { recursive: true })
      renameSync(join(from, path), join(to, path))
    }
  }
  const aside = `${inbox}-without`
  moved(inbox, aside)()
  return moved(aside, inbox)
}

test('the first filings of a year are carried on; what shows everybody anew is counted anew', async () => {
  const inbox = await inboxOf(join(folder, 'first'), ['540000', '640000'])
  const [warehouse, anew] = [join(folder, 'first-wh'), join(folder, 'first-anew')]
  const putFilings = without(inbox, '640000', 'levy_filing', /2018/)
  const putTrainings = without(inbox, '540000', 'training')
  await loaded(inbox, warehouse, carried)
  putFilings()
  const filed = await loaded(inbox, warehouse, carried)
  expect(filed.renewed).toBe(true)
  expect(filed.told).toEqual((await loaded(inbox, anew, whole)).told)
  putTrainings()
  const trained = await loaded(inbox, warehouse, carried)
  expect(trained.renewed).toBe(false)
  expect(trained.told).toEqual((await loaded(inbox, anew, whole)).told)
  without(inbox, '640000', 'employment', /2018/)
  const lost = await loaded(inbox, warehouse, carried)
  expect(lost.renewed).toBe(false)
  expect(lost.told).toEqual((await loaded(inbox, anew, whole)).told)
}, 300_000)

const filing_header =
  '年度,单位统一社会信用代码,单位名称,单位类型,单位类别,所在地区划代码,在职职工人数,安排残疾人数,在职职工年平均工资,应缴金额,实缴金额,申报日期\n'

test('where half of the provinces have filed, the next one moves the basis year: its lead employers are those of counting all anew', async () => {
  const [inbox, warehouse] = [join(folder, 'half'), join(folder, 'half-wh')]
  const provinces = (await readFile(join(dataDir, 'reference', 'region_unit.csv'), 'utf8'))
    .split('\n')
    .map((line) => line.split(','))
    .flatMap(([code = '', , level]) => (level === 'province' ? [code] : []))
  const file = (unit: string, year: number, employerClass: string, day: string) => {
    const row = `${String(year)},91350100M000100Y43,某单位,党政机关,${employerClass},${unit},100,2,60000,0,0,${day}\n`
    const path = `2018Q1/${unit}/levy_filing-${day}.csv`
    writeFiles(inbox, { [path]: filing_header + row })
  }
  for (const unit of provinces.slice(0, 20)) file(unit, 2017, '省级党政机关', '2017-05-01')
  for (const unit of provinces.slice(0, 15)) file(unit, 2018, '省级党政机关', '2018-02-01')
  const [first = '', sixteenth = ''] = [provinces[0], provinces[15]]
  await loaded(inbox, warehouse, carried)
  file(first, 2018, '其他', '2018-03-01')
  const before = await loaded(inbox, warehouse, carried)
  expect(before.renewed).toBe(true)
  expect(before.steps).not.toContain('选取 lead_filing')
  file(sixteenth, 2018, '省级党政机关', '2018-03-02')
  const now = await loaded(inbox, warehouse, carried)
  expect(now.steps).toContain('选取 lead_filing')
  expect(now.told).toEqual((await loaded(inbox, join(folder, 'half-anew'), whole)).told)
}, 120_000)

function damage(path: string, place: number): void {
  const bytes = readFileSync(path)
  const from = Math.floor(bytes.length * place)
  writeFileSync(path, bytes.fill(255, from, from + 64))
}

test('marts that were damaged are not carried on, wherever the damage lies', async () => {
  const [inbox, warehouse] = [join(folder, 'small'), join(folder, 'small-wh')]
  const header = '残疾人证号,姓名,性别,出生日期,户籍地区划代码,户口性质,登记日期,更新日期\n'
  const row = '11010519491231002X43,某某,女,1949-12-31,110105,城镇,2016-01-01,2016-01-01\n'
  const add = (name: string) => {
    writeFiles(inbox, { [`2018Q2/110000/registration-${name}.csv`]: header + row })
  }
  add('01')
  await loaded(inbox, warehouse, carried)
  add('02')
  expect((await loaded(inbox, warehouse, carried)).renewed).toBe(true)
  for (const [at, place] of [0, 0.5, 0.9, null].entries()) {
    const path = join(folderOf(warehouse, currentId(warehouse) ?? ''), 'marts.duckdb')
    if (place === null) rmSync(path)
    else damage(path, place)
    add(`1${String(at)}`)
    const { renewed, told } = await loaded(inbox, warehouse, carried)
    expect(renewed).toBe(false)
    expect(readdirSync(join(warehouse, 'snapshots')).join()).not.toContain('.tmp')
    expect(told).toEqual((await loaded(inbox, join(folder, `small-${String(at)}`), whole)).told)
  }
}, 120_000)

test('what is carried on, file after file, is what counting all anew comes to', async () => {
  const inbox = await inboxOf(folder, units)
  const mix = await mixer(inbox, units)
  const ways = [carried, { ...carried, partsFrom: 40_000 }]
  const warehouses = ways.map((how, at) => ({ how, at: join(folder, `warehouse-${String(at)}`) }))
  for (const { how, at } of warehouses) expect((await loaded(inbox, at, how)).renewed).toBe(false)
  const random = randomFrom(20)
  let renewed = 0
  for (let step = 0; step < 2; step += 1) {
    const paths = mix(random, step)
    const anew = await loaded(inbox, join(folder, `whole-${String(step)}`), whole)
    for (const { how, at } of warehouses) {
      const now = await loaded(inbox, at, how)
      if (now.renewed) renewed += 1
      expect(now.told, paths.join()).toEqual(anew.told)
    }
  }
  expect(renewed).toBeGreaterThan(2)
}, 300_000)
