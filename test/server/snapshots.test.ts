import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { loadPath, startTestServer, type TestServer } from './server-fixture.ts'
import { publish } from './warehouse-fixture.ts'

let server: TestServer
let token: string
beforeAll(async () => {
  server = await startTestServer()
  token = await server.tokenOf('leader')
})
afterAll(() => server.close())

async function currentId(): Promise<string> {
  const response = await server.get('/api/snapshots', token)
  return ((await response.json()) as { current: string }).current
}

/** Until the test's own time is over, however slow the machine. */
async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await condition())) await wait(50)
}

it('takes up a new snapshot without one failed request', async () => {
  let asking = true
  const answers: { status: number; snapshot: string | null }[] = []
  const ask = async () => {
    while (asking) {
      const path = loadPath({ measures: ['training.trained_persons'], limit: answers.length + 1 })
      const response = await server.get(path, token)
      await response.arrayBuffer()
      answers.push({ status: response.status, snapshot: response.headers.get('x-snapshot') })
    }
  }
  const from = (id: string) => answers.filter(({ snapshot }) => snapshot === id).length
  const people = [ask(), ask(), ask()]
  await until(() => from('2018Q2-00000001') > 5)
  for (const id of ['2018Q3-00000002', '2018Q4-00000003']) {
    await publish(server.warehouse, id, {
      asOf: '2018-12-31',
      publishedAt: new Date().toISOString(),
    })
    await until(async () => (await currentId()) === id && from(id) > 5)
  }
  asking = false
  await Promise.all(people)
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]))
  expect(new Set(answers.map(({ snapshot }) => snapshot)).size).toBe(3)
})

it('still answers from an older snapshot that is named', async () => {
  const query = encodeURIComponent(JSON.stringify({ measures: ['placement.placed_persons'] }))
  const load = (snapshot: string) =>
    server.get(`/cubejs-api/v1/load?query=${query}&snapshot=${snapshot}`, token)
  const [old, recent] = await Promise.all([load('2018Q2-00000001'), load('2018Q4-00000003')])
  const body = (await old.json()) as { query: { filters: object[] } }
  expect(body.query.filters).toEqual([
    { member: 'placement.as_of_day', operator: 'equals', values: ['2018-06-30'] },
  ])
  expect(recent.headers.get('x-snapshot')).toBe('2018Q4-00000003')
})

it('keeps the old one where the new one cannot be read, and says so', async () => {
  const folder = join(server.warehouse, 'snapshots', '2019Q1-broken')
  await mkdir(folder, { recursive: true })
  const before = join(server.warehouse, 'snapshots', '2018Q4-00000003', 'manifest.json')
  const manifest = JSON.parse(await readFile(before, 'utf8')) as object
  await writeFile(
    join(folder, 'manifest.json'),
    JSON.stringify({ ...manifest, id: '2019Q1-broken' }),
  )
  await writeFile(join(folder, 'marts.duckdb'), 'no database')
  const waiting = join(server.warehouse, 'current.json.tmp')
  await writeFile(waiting, JSON.stringify({ snapshot: '2019Q1-broken' }))
  await rename(waiting, join(server.warehouse, 'current.json'))
  await until(() => server.faults.some((fault) => String(fault).includes('2019Q1-broken')))
  expect(await currentId()).toBe('2018Q4-00000003')
  expect((await server.get('/readyz')).status).toBe(200)
})

it('keeps real data out of reach while a demonstration is shown', async () => {
  const other = await startTestServer()
  const bearer = await other.tokenOf('evaluator')
  await publish(other.warehouse, '2018Q1-0000rea1', { demonstration: false })
  await publish(other.warehouse, '2018Q2-00000009')
  const ids = async () => {
    const body = (await (await other.get('/api/snapshots', bearer)).json()) as {
      snapshots?: { id: string }[]
    }
    // While the real ones are shown, no demonstration account may ask.
    return (body.snapshots ?? []).map(({ id }) => id)
  }
  await until(async () => (await ids()).includes('2018Q2-00000009'))
  expect(await ids()).not.toContain('2018Q1-0000rea1')
  const path = loadPath({ measures: ['training.trained_persons'] })
  const named = await other.get(`${path}&snapshot=2018Q1-0000rea1`, bearer)
  expect(named.status).toBe(404)
  await other.close()
})

it('finishes what is under way when it is stopped', async () => {
  const other = await startTestServer()
  const bearer = await other.tokenOf('leader')
  // The first question reads the model, which on a busy machine takes longer than a stop waits.
  await other.get(loadPath({ dimensions: ['regions.name'] }), bearer)
  const asked = Array.from({ length: 10 }, (_, at) =>
    other.get(loadPath({ dimensions: ['regions.name'], offset: at }), bearer),
  )
  await wait(20)
  const closed = other.close()
  const fates = (await Promise.allSettled(asked)).map(fateOf)
  expect(fates.filter((fate) => ![200, 503, 'ECONNREFUSED'].includes(fate))).toEqual([])
  await closed
  await expect(other.get('/livez')).rejects.toThrow()
})

/** The answer's status, or why the question never got in. */
function fateOf(settled: PromiseSettledResult<Response>): number | string {
  if (settled.status === 'fulfilled') return settled.value.status
  const { cause } = settled.reason as { cause?: { code?: string } }
  return cause?.code ?? String(settled.reason)
}
