import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { afterEach, beforeEach, expect, test } from 'vitest'

import { openDatabase } from '../../etl/database.ts'
import { settle } from '../../etl/durable.ts'
import { keepPart, partFolder, partPath, soundPart } from '../../etl/parts.ts'
import { publish, removeDrafts, snapshotOf } from '../../etl/publish.ts'
import { folderOf, manifestOf, snapshotIds } from '../../etl/published.ts'
import { removeOldSnapshots, retentionOf } from '../../etl/retention.ts'
import { verify } from '../../etl/verify.ts'
import { temporaryFolder } from './staged-inbox.ts'

let warehouse = ''
beforeEach(() => {
  warehouse = temporaryFolder()
})
afterEach(() => rmSync(warehouse, { recursive: true }))

const about = {
  ...{ extract: 'registration', unit: '440000', madeFrom: 'abc', rows: 1 },
  ...{ from: 0, paths: ['2018Q1/440000/registration.csv'] },
}

type Made = { publishedAt?: string; order?: string; parts?: Awaited<ReturnType<typeof keepPart>>[] }

async function make(id: string, { publishedAt, order = 'n', parts }: Made = {}): Promise<void> {
  const { connection, close } = await openDatabase(':memory:')
  await connection.run('create schema marts')
  await connection.run(
    `create table marts.t as select range as n, range / 7 as r from range(5000) order by ${order}`,
  )
  await publish(connection, warehouse, {
    id,
    ...{ publishedAt: publishedAt ?? '2018-07-01T00:00:00Z', contentHash: id.slice(-8) },
    ...{ demonstration: null, files: [], parts: parts ?? [] },
  })
  close()
}

test('a snapshot that was not touched is sound, and its manifest tells of every file and table', async () => {
  await make('2018Q2-00000001')
  expect(await verify(warehouse)).toEqual({ id: '2018Q2-00000001', faults: [] })
  const { artifacts, content } = manifestOf(warehouse, '2018Q2-00000001')!
  expect(artifacts.map(({ path }) => path)).toEqual(['marts.duckdb'])
  expect(content?.tables).toMatchObject([
    { table: 't', rows: 5000, columns: ['n BIGINT', 'r DOUBLE'] },
  ])
})

test.each(['marts.duckdb', 'manifest.json', 'manifest.json.sha256'])(
  'a changed %s is found and named, and the snapshot is not taken for a published one',
  async (file) => {
    await make('2018Q2-00000001')
    const path = join(folderOf(warehouse, '2018Q2-00000001'), file)
    const bytes = readFileSync(path)
    bytes[bytes.length >> 1]! ^= 1
    writeFileSync(path, bytes)
    const { faults } = await verify(warehouse)
    expect(faults).toHaveLength(1)
    expect(faults[0]?.file).toContain(file.replace('.sha256', ''))
    expect(faults[0]?.expected).not.toBe(faults[0]?.found)
    expect(await snapshotOf(warehouse, '00000001')).toBeNull()
  },
)

test('a write-ahead log beside the marts is a fault', async () => {
  await make('2018Q2-00000001')
  writeFileSync(join(folderOf(warehouse, '2018Q2-00000001'), 'marts.duckdb.wal'), '')
  expect((await verify(warehouse)).faults[0]?.found).toContain('marts.duckdb.wal was left')
})

test('a snapshot that is not there is named with those that are', async () => {
  await make('2018Q2-00000001')
  await expect(verify(warehouse, '2018Q3-00000002')).rejects.toThrow('expected 2018Q2-00000001')
})

test('the content has the same hash in whatever order the rows came', async () => {
  await make('2018Q2-00000001')
  await make('2018Q2-00000002', { order: 'hash(n)' })
  const [first, second] = ['2018Q2-00000001', '2018Q2-00000002'].map(
    (id) => manifestOf(warehouse, id)?.content?.hash,
  )
  expect(first).toMatch(/^[0-9a-f]{64}$/)
  expect(second).toBe(first)
})

test('retention removes the oldest, but never the current one nor one that is pinned', async () => {
  const ids = [1, 2, 3, 4, 5].map((at) => `2018Q2-0000000${at}`)
  for (const [at, id] of ids.entries())
    await make(id, { publishedAt: `2018-07-0${at + 1}T00:00:00Z` })
  writeFileSync(join(warehouse, 'current.json'), JSON.stringify({ snapshot: ids[0] }))
  mkdirSync(join(warehouse, 'pins', ids[1]!), { recursive: true })
  writeFileSync(join(warehouse, 'pins', ids[1]!, 'report-7'), '')
  const now = new Date('2018-07-06T00:00:00Z')
  expect(removeOldSnapshots(warehouse, { snapshots: 1, days: 3 }, now)).toEqual([ids[2]])
  expect(snapshotIds(warehouse)).toEqual([ids[0], ids[1], ids[3], ids[4]])
  expect(removeOldSnapshots(warehouse, { snapshots: 1, days: 0 }, now)).toEqual([ids[3]])
  rmSync(join(warehouse, 'pins'), { recursive: true })
  expect(removeOldSnapshots(warehouse, { snapshots: 1, days: 0 }, now)).toEqual([ids[1]])
})

test('retention is read from the settings, and nonsense is refused', () => {
  expect(retentionOf({})).toEqual({ snapshots: 12, days: 0 })
  expect(retentionOf({ KEEP_SNAPSHOTS: '3', KEEP_DAYS: '400' })).toEqual({
    snapshots: 3,
    days: 400,
  })
  expect(() => retentionOf({ KEEP_SNAPSHOTS: '0' })).toThrow('KEEP_SNAPSHOTS=0: expected')
  expect(() => retentionOf({ KEEP_DAYS: 'ever' })).toThrow('KEEP_DAYS=ever: expected')
})

test('a part is shared by the snapshots that name it and goes with the last of them', async () => {
  const file = join(warehouse, 'work.parquet')
  const keep = () => {
    writeFileSync(file, 'rows of people')
    return keepPart(partFolder(warehouse), file, about)
  }
  const part = await keep()
  expect(await keep()).toEqual(part)
  await make('2018Q2-00000001', { parts: [part], publishedAt: '2018-07-01T00:00:00Z' })
  await make('2018Q2-00000002', { parts: [part], publishedAt: '2018-07-02T00:00:00Z' })
  await make('2018Q2-00000003', { publishedAt: '2018-07-03T00:00:00Z' })
  removeOldSnapshots(warehouse, { snapshots: 2, days: 0 })
  removeDrafts(warehouse)
  expect(await soundPart(partFolder(warehouse), part)).toBe(true)
  removeOldSnapshots(warehouse, { snapshots: 1, days: 0 })
  removeDrafts(warehouse)
  expect(existsSync(partPath(warehouse, part))).toBe(false)
})

test.runIf(existsSync('/dev/shm'))('a part made on another file system is kept', async () => {
  const file = join('/dev/shm', `part-${String(process.pid)}.parquet`)
  writeFileSync(file, 'rows of people')
  const part = await keepPart(partFolder(warehouse), file, about)
  expect(await soundPart(partFolder(warehouse), part)).toBe(true)
  expect(existsSync(file)).toBe(false)
})

test('a part that was damaged is told by verify, is made again, and a missing one is not published', async () => {
  const file = join(warehouse, 'work.parquet')
  const keep = () => {
    writeFileSync(file, 'rows of people')
    return keepPart(partFolder(warehouse), file, about)
  }
  const part = await keep()
  await make('2018Q2-00000001', { parts: [part] })
  appendFileSync(partPath(warehouse, part), 'x')
  expect((await verify(warehouse)).faults[0]?.file).toBe(partPath(warehouse, part))
  await keep()
  expect((await verify(warehouse)).faults).toEqual([])
  rmSync(partPath(warehouse, part))
  await expect(make('2018Q2-00000002', { parts: [part] })).rejects.toThrow(
    'expected 14 bytes, found 0',
  )
})

test.runIf(existsSync('/dev/shm'))('a draft on another file system is refused', () => {
  const draft = join('/dev/shm', `draft-${process.pid}.tmp`)
  writeFileSync(draft, '')
  try {
    expect(() => settle(draft, join(warehouse, 'draft'))).toThrow('another file system')
  } finally {
    rmSync(draft)
  }
})
