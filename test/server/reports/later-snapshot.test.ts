import { execFile } from 'node:child_process'
import { readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { openDesk, type Desk } from '../inquiries/desk.ts'

const order = { kind: 'midterm', plan: '13-5', region: '440000', asOf: '2018-06-30' }

let desk: Desk
beforeAll(async () => {
  vi.stubEnv('PSEUDONYM_KEY', 'only for tests '.repeat(3))
  vi.stubEnv('KEEP_SNAPSHOTS', '1')
  desk = await openDesk()
})
afterAll(async () => {
  await desk.stop()
  await rm(desk.folder, { recursive: true })
  vi.unstubAllEnvs()
})

async function ask(path: string, body?: unknown): Promise<Record<string, unknown>> {
  return (await desk.ask('evaluator', path, body)).body
}

/** The only evaluator's report, taken to its end. */
async function locked(): Promise<string> {
  const { id } = await ask('/api/reports', order)
  let revision = 1
  for (const to of ['under_review', 'approved', 'locked'])
    revision = Number((await ask(`/api/reports/${String(id)}/state`, { to, revision }))['revision'])
  return String(id)
}

async function currentAfter(before: unknown): Promise<unknown> {
  for (;;) {
    const { current } = await ask('/api/snapshots')
    if (current !== before) return current
    await wait(100)
  }
}

function verify(path: string): Promise<string> {
  const given = ['server/reports/verify-command.ts', path]
  const warehouse = ['--warehouse', join(desk.folder, 'warehouse')]
  return new Promise((resolve) => {
    execFile('node_modules/.bin/tsx', [...given, ...warehouse], (_error, stdout, stderr) =>
      resolve(stdout + stderr),
    )
  })
}

test('a correction changes nothing of a locked report; it is listed beside it, and the old snapshot stays', async () => {
  const id = await locked()
  const path = join(desk.folder, 'warehouse', 'reports', id, 'report.docx')
  const [before, bytes] = [await ask(`/api/reports/${id}`), await readFile(path)]
  await desk.load(5)
  const current = await currentAfter(before['snapshot'])
  const after = await ask(`/api/reports/${id}`)
  expect([after['blocks'], after['hash']]).toEqual([before['blocks'], before['hash']])
  expect(Buffer.compare(await readFile(path), bytes)).toBe(0)
  const { snapshot, differences } = await ask(`/api/reports/${id}/differences`)
  expect(snapshot).toBe(current)
  expect(differences).toContainEqual({ key: 'A1/440000/actual', here: 2, there: 5 })
  const kept = await readdir(join(desk.folder, 'warehouse', 'snapshots'))
  expect(kept).toContain(before['snapshot'])
  expect(await verify(path)).toMatch(/不符 0 个；.*不符 0 处/)
})
