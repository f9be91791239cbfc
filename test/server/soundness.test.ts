import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { seal } from '../../etl/publish.ts'
import { Problem } from '../../server/problem.ts'
import { SnapshotStore } from '../../server/snapshots.ts'
import { corrupted } from '../torture/snapshots/corruption.ts'
import { makeWarehouse, publish } from './warehouse-fixture.ts'

const [good, recent] = ['2018Q2-00000001', '2018Q3-00000002']
let warehouse: string
let faults: string[]
let store: SnapshotStore

beforeEach(async () => {
  faults = []
  warehouse = await makeWarehouse()
  await publish(warehouse, recent, { asOf: '2018-09-30', publishedAt: '2018-10-05T00:00:00.000Z' })
  store = new SnapshotStore({
    warehouse,
    warm: () => Promise.resolve(),
    onChange: () => undefined,
    onFault: (error) => faults.push(String(error)),
  })
})
afterEach(async () => {
  store.stop()
  await rm(warehouse, { recursive: true })
})

async function until(condition: () => boolean): Promise<void> {
  for (let tried = 0; !condition(); tried += 1) {
    if (tried > 200) throw new Error('It did not come about within 10 s')
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

/** Between giving up a damaged one and having another ready none is served: whoever asks is told that it is unreadable. */
const serves = (id: string) => (): boolean => {
  try {
    return store.get().id === id
  } catch (error) {
    if (error instanceof Problem && error.status === 409) return false
    throw error
  }
}

const fileOf = (id: string, file: string) => join(warehouse, 'snapshots', id, file)

it('serves the last sound snapshot where the published one was damaged before the start', async () => {
  await writeFile(fileOf(recent, 'marts.duckdb'), 'cut')
  await store.start()
  expect(store.get().id).toBe(good)
  expect(faults.join()).toContain('marts.duckdb 已损坏：应为')
  expect(() => store.get(recent)).toThrow('marts.duckdb 已损坏')
  expect(store.unreadable()).toMatchObject([{ id: recent }])
})

it('goes back to the last sound one when the current one is damaged, and on when it is mended', async () => {
  await store.start()
  expect(store.get().id).toBe(recent)
  const kept = await mkdtemp(join(tmpdir(), 'kept-'))
  await cp(fileOf(recent, ''), kept, { recursive: true })
  await writeFile(fileOf(recent, 'marts.duckdb.wal'), '')
  await until(serves(good))
  await rm(fileOf(recent, 'marts.duckdb.wal'))
  await until(serves(recent))
  await writeFile(fileOf(recent, 'manifest.json'), '{}')
  await until(serves(good))
  await cp(kept, fileOf(recent, ''), { recursive: true })
  await until(serves(recent))
  await rm(kept, { recursive: true })
})

it('refuses every one of some damaged snapshots', async () => {
  expect(await corrupted(12, 7)).toMatchObject({ refused: 12, served: 0 })
})

it('tells what to do of a snapshot that an older model made', async () => {
  for (const [id, columns] of [
    [good, ['n BIGINT']],
    [recent, ['n BIGINT', 'm DATE']],
  ] as const) {
    const manifest = JSON.parse(await readFile(fileOf(id, 'manifest.json'), 'utf8')) as object
    await seal(fileOf(id, ''), {
      ...manifest,
      content: { hash: '', tables: [{ table: 't', columns }] },
    })
  }
  await store.start()
  await until(() => store.unreadable().length === 1)
  expect(() => store.get(good)).toThrow('没有现在的指标所需的 t.m DATE；请用同样的文件重新运行')
})

it('tells so too of one without a macro that the model uses', async () => {
  for (const [id, macros] of [
    [good, undefined],
    [recent, ['age_band']],
  ] as const) {
    const manifest = JSON.parse(await readFile(fileOf(id, 'manifest.json'), 'utf8')) as object
    await seal(fileOf(id, ''), { ...manifest, content: { hash: '', tables: [], macros } })
  }
  await store.start()
  await until(() => store.unreadable().length === 1)
  expect(() => store.get(good)).toThrow('没有现在的指标所需的 age_band()')
})

it('never shows a demonstration in place of real data', async () => {
  await publish(warehouse, '2018Q4-00000003', { demonstration: false })
  await writeFile(fileOf('2018Q4-00000003', 'marts.duckdb'), 'cut')
  await expect(store.start()).rejects.toThrow('没有完好的数据集')
})
