import { mkdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import type { DuckDBConnection } from '@duckdb/node-api'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'

import { openDatabase, openScratch } from '../../../etl/database.ts'
import { readLayouts } from '../../../etl/layouts.ts'
import { stageInbox } from '../../../etl/load.ts'
import { partFolder, partPath, type Part } from '../../../etl/parts.ts'
import { findSubmission } from '../../../etl/submission.ts'
import { certificateOf } from '../../support/certificates.ts'
import { csvOf, type Cells } from '../../support/inbox-files.ts'
import { registrationOf } from '../../support/submitted-inbox.ts'
import { dataDir, key, lines, temporaryFolder, writeFiles } from '../staged-inbox.ts'

let folder = ''
beforeEach(() => {
  folder = temporaryFolder()
})
afterEach(() => rmSync(folder, { recursive: true }))

interface Load {
  parts: Part[]
  /** Every row that is staged, and what became of every other. */
  told: string[]
}

const standing = ['person_several', 'registration_replaced', 'registration', 'family']
const kept = new Set(['registration', 'service', 'target'])

/** Stages the inbox, with what the load before left in the warehouse. */
async function load(warehouse: string, before: readonly Part[] = []): Promise<Load> {
  const [inbox, work] = [join(folder, 'inbox'), temporaryFolder()]
  mkdirSync(warehouse, { recursive: true })
  const layouts = (await readLayouts(dataDir)).filter(({ extract }) => kept.has(extract))
  const hashes = join(work, 'hashes.json')
  const submission = await findSubmission(inbox, { dataDir, layouts, hashes })
  const { connection, close } = await openScratch(join(work, 'work.duckdb'), { threads: '1' })
  try {
    const store = { ...partFolder(warehouse), rules: 'these', known: before, leastBytes: 0 }
    const parts = await stageInbox(connection, {
      ...{ inbox, work, dataDir, key, layouts, submission, parts: store, plainFrom: 0 },
      onProgress: undefined,
    })
    return { parts, told: await toldBy(connection) }
  } finally {
    close()
    rmSync(work, { recursive: true })
  }
}

async function toldBy(connection: DuckDBConnection): Promise<string[]> {
  await connection.run('create schema standing')
  for (const table of standing) {
    const sql = readFileSync(join('etl', 'sql', 'standing', `${table}.sql`), 'utf8')
    await connection.run(`create table standing.${table} as ${sql}`)
  }
  const tables = [
    ...['file', 'quarantine', 'listed', 'service', 'target'].map((table) => `staging.${table}`),
    '(select * exclude (family_place) from staging.registration)',
    'standing.family',
  ]
  const told: string[] = []
  for (const table of tables)
    told.push(table, ...(await lines(connection, `from ${table} order by all`)))
  return told
}

/** The same inbox staged all at once, into a warehouse of its own. */
const atOnce = async () => (await load(join(folder, 'at-once'))).told

/** Which files each part was made of, of one extract. */
const chainOf = (parts: readonly Part[], extract: string) =>
  parts.filter((part) => part.extract === extract).map(({ from, paths }) => [from, ...paths])

const row = (record: string, kind = '职业介绍', state = '') => ({
  ...{ 记录编号: record, 残疾人证号: certificateOf({ born: '1985-04-05', serial: 2 }) },
  ...{ 服务类别: kind, 服务日期: '2018-01-05', 状态: state },
})
const services = (...rows: Cells[]) => csvOf(rows)

/** A member of the household H1, as registered in a region on a day. */
function member(born: string, region: string, day = '2016-01-05', more: Cells = {}): Cells {
  const number = certificateOf({ born, serial: 2 })
  const days = { 登记日期: day, 更新日期: '2018-01-05' }
  const family = { 零就业家庭: '是', 家庭编号: 'H1', 状态: '' }
  const given = { 残疾人证号: number, 出生日期: born, 户籍地区划代码: region }
  return registrationOf(1, { ...given, ...days, ...family, ...more })
}

const first = '2018Q1/440000/registration.csv'
const second = '2018Q2/440000/registration.csv'

test('one more file is read alone, and its rows mend those of the files before', async () => {
  const [sent, later, last] = ['2018Q1', '2018Q2', '2018Q3'].map((q) => `${q}/440000/service.csv`)
  const warehouse = join(folder, 'warehouse')
  writeFiles(join(folder, 'inbox'), {
    [sent!]: services(row('S1', '帮助'), row('S2', '帮助'), row('S3', '帮助'), row('', '帮助')),
  })
  // All of the first file is quarantined: there is nothing to keep of it.
  const none = await load(warehouse)
  expect(none.parts).toEqual([])
  writeFiles(join(folder, 'inbox'), { [later!]: services(row('S1'), row('S4', '帮忙')) })
  const one = await load(warehouse, none.parts)
  expect(chainOf(one.parts, 'service')).toEqual([[0, sent, later]])
  writeFiles(join(folder, 'inbox'), { [last!]: services(row('S2', '', '作废'), row('S4')) })
  const two = await load(warehouse, one.parts)
  expect(chainOf(two.parts, 'service')).toEqual([
    [2, last],
    [0, sent, later],
  ])
  expect(two.told).toEqual(await atOnce())
  expect(two.told.filter((line) => line.endsWith(' | mended'))).toHaveLength(3)
  expect(two.told.filter((line) => line.endsWith(' | open'))).toHaveLength(3)
  const again = await load(warehouse, two.parts)
  expect(chainOf(again.parts, 'service')).toEqual([
    [0, sent, later],
    [2, last],
  ])
  expect(again.told).toEqual(two.told)
})

test('who of a household was first is told across files: one is read again where only that can tell', async () => {
  const warehouse = join(folder, 'warehouse')
  writeFiles(join(folder, 'inbox'), { [first]: csvOf([member('1980-01-01', '440104')]) })
  const before = await load(warehouse)
  // Another is before in the new file, but has left since: places of two files would put 1980 before 1970.
  const others = [
    member('1970-01-01', '440105'),
    member('1960-01-01', '440106', '2016-01-05', { 户口性质: '县城' }),
  ]
  writeFiles(join(folder, 'inbox'), { [second]: csvOf(others) })
  const after = await load(warehouse, before.parts)
  expect(after.told).toEqual(await atOnce())
  expect(after.told.at(-1)).toContain('| 440105 |')
  expect(chainOf(after.parts, 'registration')).toEqual([[0, first, second]])
})

test.each([
  ['registered in one region', [member('1970-01-01', '440104')]],
  ['registered on another day', [member('1970-01-01', '440105', '2017-01-05')]],
  ['who moved alone', [member('1980-01-01', '440105')]],
  ['of whom both moved', ['1980-01-01', '1975-01-01'].map((born) => member(born, '440105'))],
  ['of another household', [member('1970-01-01', '440105', '2016-01-05', { 家庭编号: 'H2' })]],
])('a household %s is not read again', async (what, more) => {
  const warehouse = join(folder, 'warehouse')
  const both = [member('1980-01-01', '440104'), member('1975-01-01', '440104')]
  const members = what.includes('both') ? both : both.slice(0, 1)
  writeFiles(join(folder, 'inbox'), { [first]: csvOf(members) })
  const before = await load(warehouse)
  writeFiles(join(folder, 'inbox'), { [second]: csvOf(more) })
  const after = await load(warehouse, before.parts)
  expect(chainOf(after.parts, 'registration')).toEqual([
    [1, second],
    [0, first],
  ])
  expect(after.told).toEqual(await atOnce())
})

test.each([
  ['440104', ['', 'B1']],
  ['440105', ['B1', '']],
])('of a person with a second certificate the lower tells: %s', async (region, suffixes) => {
  const warehouse = join(folder, 'warehouse')
  const [old, young] = suffixes.map((suffix) => ({
    残疾人证号: certificateOf({ born: '1980-01-01', serial: 2, suffix }),
  }))
  const other = member('1960-01-01', '440106', '2017-01-05')
  const put = (path: string, ...rows: Cells[]) =>
    writeFiles(join(folder, 'inbox'), { [path]: csvOf(rows) })
  put(first, member('1980-01-01', '440104', '2016-01-05', old), other)
  const before = await load(warehouse)
  put(second, member('1980-01-01', '440105', '2016-01-05', young))
  const after = await load(warehouse, before.parts)
  expect(chainOf(after.parts, 'registration')).toContainEqual([1, second])
  expect(after.told.at(-1)).toContain(`| ${region} |`)
  expect(after.told).toEqual(await atOnce())
})

test('a part that was changed is staged again with what lies on it, though its size and time are as they were', async () => {
  const warehouse = join(folder, 'warehouse')
  const inbox = join(folder, 'inbox')
  const [a, b, c] = ['2018Q1', '2018Q2', '2018Q3'].map((q) => `${q}/440000/service.csv`)
  let known: Part[] = []
  for (const [at, path] of [a!, b!, c!].entries()) {
    writeFiles(inbox, { [path]: services(row(`S${String(at)}`)) })
    known = (await load(warehouse, known)).parts
  }
  const of = (path: string) =>
    partPath(
      warehouse,
      known.find(({ paths }) => paths[0] === path)!,
    )
  utimesSync(of(a!), new Date(), new Date())
  expect(chainOf((await load(warehouse, known)).parts, 'service')).toEqual([
    [0, a],
    [1, b],
    [2, c],
  ])
  const { atime, mtime } = statSync(of(b!))
  const bytes = readFileSync(of(b!))
  bytes[bytes.length >> 1]! ^= 1
  writeFileSync(of(b!), bytes)
  utimesSync(of(b!), atime, mtime)
  const again = await load(warehouse, known)
  expect(chainOf(again.parts, 'service')).toEqual([
    [1, b, c],
    [0, a],
  ])
  expect(again.told).toEqual(await atOnce())
})

test('what nobody touched is not read to know that it is sound', async () => {
  const warehouse = join(folder, 'warehouse')
  let known: Part[] = []
  const paths = ['2018Q1/440000/service.csv', '2018Q2/440000/service.csv']
  for (const path of paths) {
    writeFiles(join(folder, 'inbox'), { [path]: services(row(path)) })
    known = (await load(warehouse, known)).parts
  }
  const memory = join(warehouse, 'part_hashes.json')
  const text = readFileSync(memory, 'utf8')
  writeFileSync(memory, text.replaceAll(/"sha256":"\w+"/gu, '"sha256":"of another"'))
  expect(chainOf((await load(warehouse, known)).parts, 'service')).toEqual([[0, ...paths]])
})

test('a refused file is kept with the others where its content is at fault, and read again where it may not be', async () => {
  const warehouse = join(folder, 'warehouse')
  const [csv, text, parquet] = ['service.csv', 'service-02.csv', 'service-02.parquet'].map(
    (name) => `2018Q1/440000/${name}`,
  )
  writeFiles(join(folder, 'inbox'), { [csv!]: services(row('S1')), [text!]: 'no table' })
  const one = await load(warehouse)
  expect(chainOf(one.parts, 'service')).toEqual([[0, csv, text]])
  writeFiles(join(folder, 'inbox'), { [second]: csvOf([member('1980-01-01', '440104')]) })
  const two = await load(warehouse, one.parts)
  expect(two.told).toEqual(await atOnce())
  expect(two.told.join()).toContain('refused')
  rmSync(join(folder, 'inbox', text!))
  writeFiles(join(folder, 'inbox'), { [parquet!]: 'no table' })
  expect(chainOf((await load(warehouse, two.parts)).parts, 'service')).toEqual([])
})

test('what is kept of a quarantined row, for a later one to mend it, names nobody', async () => {
  const broken = member('1980-01-01', '440104', '2016-01-05', { 户口性质: '县城' })
  const people = [broken, member('1975-01-01', '440104')]
  writeFiles(join(folder, 'inbox'), { [first]: csvOf(people) })
  const warehouse = join(folder, 'warehouse')
  const { parts } = await load(warehouse)
  const { connection, close } = await openDatabase(':memory:')
  const texts: string[] = []
  for (const part of parts)
    texts.push(...(await lines(connection, `from read_parquet('${partPath(warehouse, part)}')`)))
  close()
  expect(texts.filter((text) => text.includes('mendable'))).toHaveLength(1)
  for (const { 残疾人证号: number, 姓名: name, 家庭编号: family } of people)
    for (const secret of [number!.slice(0, 17), name!, family!])
      expect(texts.filter((text) => text.includes(secret))).toEqual([])
})

const header_only = '记录编号,残疾人证号,服务类别,服务日期,状态\n'

const second_certificate = {
  残疾人证号: certificateOf({ born: '1970-01-01', serial: 2, suffix: 'B1' }),
}

/** What each file may hold, now one and later another. */
const pool: Record<string, string[]> = {
  '2018Q1/440000/service.csv': [
    services(row('S1', '帮助'), row('S2'), row('S2'), row('S3'), row('S3', '职业指导')),
    services(row('S1'), row('S4', '帮忙')),
  ],
  '2018Q1/440000/service-02.csv': [
    services(row('S3', '帮忙'), row('S4')) + '合计,,,,\n',
    'no table',
  ],
  '2018Q1/440000/service-10.csv': [services(row('S2', '', '作废'), row('S3')), header_only],
  '2018Q2/440000/service.csv': [services(row('S4', '帮忙'), row('S1')), 'no table'],
  '2018Q2/440000/service.CSV': [services(row('S4')), services(row('S1', '帮忙'))],
  '2018Q1/110000/service.csv': [services(row('S1')), services(row('S1', '帮助'))],
  '2018Q1/440000/registration.csv': [
    csvOf([member('1980-01-01', '440104'), member('1975-01-01', '110105')]),
    csvOf([member('1980-01-01', '440106', '2016-01-05', { 户口性质: '县城' })]),
  ],
  '2018Q1/440000/registration-02.csv': [
    csvOf([member('1970-01-01', '440105'), member('1960-01-01', '440106', '2017-01-05')]),
    csvOf([member('1970-01-01', '440105', '2017-01-05', { 家庭编号: '' })]),
  ],
  '2018Q2/440000/registration.csv': [
    csvOf([member('1980-01-01', '440105'), member('1970-01-01', '440105')]),
    csvOf([member('1970-01-01', '', '', { 状态: '作废' }), member('1960-01-01', '371202')]),
  ],
  '2018Q2/440000/registration-02.csv': [
    csvOf([member('1965-01-01', '440103')]),
    csvOf([member('1970-01-01', '440104', '2016-01-05', second_certificate)]),
  ],
  '2018Q1/110000/target.csv': [
    '计划代码,指标代码,地区划代码,年度,目标值\n13-5,A1,110000,全期,五\n',
  ],
  '2018Q2/110000/target.csv': ['计划代码,指标代码,地区划代码,年度,目标值\n13-5,A1,110000,全期,5\n'],
}

/** A file that comes, or comes again with other content, or goes. */
const change = fc.record({
  path: fc.constantFrom(...Object.keys(pool)),
  content: fc.constantFrom(0, 0, 0, 0, 1, 1, null),
})

test('whatever comes, changes or goes in whatever loads, it comes to what all at once comes to', async () => {
  const changes = fc.array(change, { minLength: 1, maxLength: 6 })
  const loads = fc.array(changes, { minLength: 2, maxLength: 5 })
  await fc.assert(
    fc.asyncProperty(loads, async (all) => {
      for (const name of ['inbox', 'warehouse', 'at-once'])
        rmSync(join(folder, name), { recursive: true, force: true })
      writeFiles(join(folder, 'inbox'), { '2018Q1/660000/service.csv': header_only })
      let last: Load = { parts: [], told: [] }
      for (const some of all) {
        for (const { path, content } of some) put(path, content)
        last = await load(join(folder, 'warehouse'), last.parts)
      }
      expect(last.told).toEqual(await atOnce())
    }),
    { numRuns: 5 },
  )
}, 120_000)

function put(path: string, content: number | null): void {
  const text = content === null ? undefined : (pool[path]?.[content] ?? pool[path]?.[0])
  if (text === undefined) rmSync(join(folder, 'inbox', path), { force: true })
  else writeFiles(join(folder, 'inbox'), { [path]: text })
}
