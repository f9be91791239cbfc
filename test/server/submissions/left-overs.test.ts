import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Session } from '../../../server/deps.ts'
import { saidIn, stepIn } from '../../../server/submissions/etl-process.ts'
import { removeLeftDrafts } from '../../../server/submissions/draft.ts'
import { Uploads } from '../../../server/submissions/uploads.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'uploads-'))
  vi.stubEnv('TMPDIR', folder)
})
afterEach(() => {
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true })
})

it.each(['null', '3', '"text"', '[1]', '{"half', ''])('the line %s says nothing', (line) => {
  expect(saidIn(line)).toEqual({})
})

it.each([
  ['读取文件 3/12（已读 40000 行），20,000/秒，约余 9 秒', 3, 12, 'files', 40_000],
  ['核验 就业记录 500/9000，100/秒，约余 85 秒', 500, 9000, 'rows', null],
  ['汇总…', null, null, 'rows', null],
])('the line %s tells how far it has come', (line, done, total, counts, rows) => {
  expect(stepIn(line)).toMatchObject({ done, total, counts, rows })
})

it.each(['', 'Error: 3/4', 'warning…'])('the line %j tells no progress', (line) => {
  expect(stepIn(line)).toBeNull()
})

it('drafts of servers that are gone are removed, those of one that runs stay', async () => {
  const gone = ['jiuye-upload-2147483646-abc', 'jiuye-upload-Xyz']
  const kept = [`jiuye-upload-${process.pid}-abc`, 'something-else']
  for (const name of [...gone, ...kept]) mkdirSync(join(folder, name))
  await removeLeftDrafts()
  expect(readdirSync(folder).sort()).toEqual(kept.sort())
})

it('counts the files whose body is still coming in', async () => {
  const none = () => undefined
  const desk = new Uploads({ inbox: folder, warehouse: folder, audit: none, onFault: none })
  const session = { user: 'supervisor-440000', role: 'supervisor', region: '440000' } as Session
  const place = { unit: '440000', quarter: '2018Q2' }
  const asked = { extract: 'training', form: 'csv' }
  const bodies = Array.from({ length: 4 }, () => new PassThrough())
  const begun = bodies.map((body) => desk.begin(body, session, place, asked).catch(none))
  await expect(desk.begin(new PassThrough(), session, place, asked)).rejects.toThrow('几个文件')
  for (const body of bodies) body.destroy()
  await Promise.all(begun)
  const again = desk.begin(new PassThrough().end(), session, place, asked)
  await expect(again).rejects.toThrow('文件是空的')
  await desk.close()
})
