import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { undocumented } from '../../support/documented.ts'
import { openReportServer, type ReportServer } from '../reports/report-server.ts'

const order = {
  region: '440000',
  year: 2017,
  days: ['2018-03-05', '2018-03-06', '2018-03-07', '2018-03-08', '2018-03-09'],
  objections: '广东省残联就业部，电话（演示）',
}
const id = '440000-2017'

let server: ReportServer
beforeAll(async () => {
  server = await openReportServer()
})
afterAll(() => server.close())

async function pins(): Promise<string[]> {
  const { current } = (await server.ask('wang', '/api/snapshots')).body
  return readdir(join(server.warehouse, 'pins', String(current))).catch(() => [])
}

async function publish(published: boolean) {
  return server.ask('wang', `/api/notices/${id}/state`, { published })
}

test('a notice is public from when it is published until it is withdrawn', async () => {
  const made = await server.ask('wang', '/api/notices', order)
  expect(made.status).toBe(201)
  expect(undocumented('Notice', made.body)).toEqual([])
  expect(made.body['income']).toBeGreaterThan(0)
  expect((await server.ask('nobody', `/public/notices/${id}`)).status).toBe(404)
  expect((await publish(true)).status).toBe(200)
  const shown = await server.ask('nobody', `/public/notices/${id}`)
  expect(undocumented('PublicNotice', shown.body)).toEqual([])
  expect(shown.body).toMatchObject({ income: made.body['income'], placed: made.body['placed'] })
  const all = (await server.ask('nobody', '/public/notices')).body
  expect(undocumented('PublicNotices', all)).toEqual([])
  expect(all['notices']).toHaveLength(1)
  expect((await server.ask('wang', '/api/notices', order)).body['code']).toBe('published')
  await publish(false)
  expect((await server.ask('nobody', `/public/notices/${id}`)).status).toBe(404)
})

test('a public notice pins its snapshot', async () => {
  await publish(true)
  expect(await pins()).toEqual([`notice-${id}`])
  await publish(false)
  expect(await pins()).toEqual([])
})

test('only an evaluator makes and publishes', async () => {
  for (const who of ['leader', 'guangdong'] as const) {
    expect((await server.ask(who, '/api/notices', order)).status).toBe(403)
    expect((await server.ask(who, `/api/notices/${id}/state`, { published: true })).status).toBe(
      403,
    )
  }
})
