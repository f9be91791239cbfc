import { execFile } from 'node:child_process'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readEmbedded } from '../../../server/reports/docx/embedded.ts'
import { undocumented } from '../../support/documented.ts'
import { openReportServer, type ReportServer, type Who } from './report-server.ts'

const midterm = { kind: 'midterm', plan: '13-5', asOf: '2018-06-30' }

let server: ReportServer
/** Ids by region. */
const reports: Record<string, string> = {}

beforeAll(async () => {
  server = await openReportServer()
  for (const region of ['000000', '440000']) reports[region] = await made(region)
})
afterAll(() => server.close())

async function made(region: string): Promise<string> {
  const { status, body } = await server.ask('wang', '/api/reports', { ...midterm, region })
  expect(status).toBe(201)
  expect(undocumented('ReportHead', body)).toEqual([])
  return String(body['id'])
}

async function report(who: Who, id: string): Promise<Record<string, unknown>> {
  const { status, body } = await server.ask(who, `/api/reports/${id}`)
  expect(status).toBe(200)
  expect(undocumented('Report', body)).toEqual([])
  return body
}

async function step(who: Who, id: string, to: string) {
  const { revision } = await report('wang', id)
  return server.ask(who, `/api/reports/${id}/state`, { to, revision })
}

async function document(id: string): Promise<Uint8Array> {
  const { status, bytes } = await server.ask('wang', `/api/reports/${id}/document`)
  expect(status).toBe(200)
  return bytes
}

async function pins(): Promise<string[]> {
  const { snapshot } = await report('wang', reports['000000'] ?? '')
  return readdir(join(server.warehouse, 'pins', String(snapshot)))
}

async function listed(who: Who): Promise<unknown[]> {
  const { body } = await server.ask(who, '/api/reports')
  expect(undocumented('Reports', body)).toEqual([])
  return (body['reports'] as { id: string }[]).map(({ id }) => id)
}

type Told = { status: number; words: string }

/** npm run verify, as somebody who distrusts a file runs it. */
async function verify(bytes: Uint8Array): Promise<Told> {
  const path = join(server.warehouse, 'downloaded.docx')
  await writeFile(path, bytes)
  const given = ['server/reports/verify-command.ts', path, '--warehouse', server.warehouse]
  return new Promise((resolve) => {
    execFile('node_modules/.bin/tsx', given, (error, stdout, stderr) => {
      resolve({ status: Number(error?.code ?? 0), words: stdout + stderr })
    })
  })
}

function rewritten(bytes: Uint8Array, name: string, change: (text: string) => string): Uint8Array {
  const entries = unzipSync(bytes)
  const before = strFromU8(entries[name] ?? new Uint8Array())
  const after = change(before)
  expect(after).not.toBe(before)
  return zipSync({ ...entries, [name]: strToU8(after) })
}

function firstChart(bytes: Uint8Array): string {
  const names = Object.keys(unzipSync(bytes)).sort()
  return names.find((name) => name.startsWith('word/charts/chart')) ?? ''
}

test('a report is the same bytes when it is made again from the same snapshot', async () => {
  const kept = reports['440000'] ?? ''
  const [first, again] = [await document(kept), await made('440000')]
  expect(Buffer.compare(first, await document(again))).toBe(0)
  expect(await pins()).toContain(`report-${again}`)
  const gone = await server.ask('wang', `/api/reports/${again}`, undefined, 'DELETE')
  expect(gone.status).toBe(204)
  expect(await pins()).not.toContain(`report-${again}`)
  expect(await pins()).toContain(`report-${kept}`)
})

test('npm run verify finds each number that was falsified, and no other', async () => {
  const genuine = await document(reports['000000'] ?? '')
  const words = rewritten(genuine, 'word/document.xml', (text) =>
    text.replace(/完成率(\d+\.\d\d)%/, '完成率9$1%'),
  )
  const charts = rewritten(words, firstChart(words), (text) =>
    text.replace(/(<c:val>[^]*?<c:v>)[^<]+/, '$199999'),
  )
  const falsified = rewritten(charts, 'customXml/item1.xml', (text) =>
    text.replace('["A1/000000/actual",', '["A1/000000/actual",9'),
  )
  const told = await verify(falsified)
  expect(told.status).toBe(1)
  expect(told.words).toMatch(/文字 第\d+段：报告为“.*完成率9\d+\.\d\d%.*应为“/)
  expect(told.words).toContain('报告为“99999”')
  expect(told.words).toContain('数字 A1/000000/actual：报告为 9')
  expect(told.words).toMatch(/核对数字 [1-9]\d+ 个，不符 1 个；.*不符 2 处/)
})

test('a file that is no report is said to be none', () => {
  const other = zipSync({ 'word/document.xml': strToU8('<w:p/>') })
  expect(() => readEmbedded(other)).toThrow('不是本系统生成的 .docx 报告')
})

test('the annexes are a workbook', async () => {
  const { status, bytes } = await server.ask('wang', `/api/reports/${reports['440000']}/annexes`)
  expect(status).toBe(200)
  const parts = unzipSync(bytes)
  expect(Object.keys(parts)).toContain('xl/workbook.xml')
  expect(
    Object.values(parts)
      .map((part) => strFromU8(part))
      .join(''),
  ).toContain('草稿，未经审核')
})

test('draft, review, approval by another, lock; the figures stay as they are', async () => {
  const id = reports['440000'] ?? ''
  const { revision } = await report('wang', id)
  const texts = { problems: '培训进度慢。', causes: '', suggestions: '加强督办。' }
  const put = { texts, limit: 3000, revision }
  expect((await server.ask('wang', `/api/reports/${id}`, put, 'PUT')).status).toBe(200)
  expect((await step('wang', id, 'under_review')).status).toBe(200)
  expect((await step('wang', id, 'approved')).body['code']).toBe('own_review')
  expect((await step('li', id, 'approved')).status).toBe(200)
  const before = await report('wang', id)
  expect((await step('wang', id, 'locked')).status).toBe(200)
  const locked = await report('wang', id)
  expect(locked['blocks']).toEqual(before['blocks'])
  expect(locked['hash']).toBe(before['hash'])
  expect(locked['history']).toMatchObject([
    { to: 'draft', user: 'wang' },
    { to: 'under_review', user: 'wang' },
    { to: 'approved', user: 'li', alone: false },
    { to: 'locked', user: 'wang' },
  ])
  const kept = join(server.warehouse, 'reports', id, 'blocks.json')
  expect(JSON.parse(await readFile(kept, 'utf8'))).toEqual(before['blocks'])
  await writeFile(kept, '[{"kind":"text","text":"如当时所写"}]')
  expect((await report('wang', id))['blocks']).toEqual([{ kind: 'text', text: '如当时所写' }])
  const late = { ...put, revision: Number(locked['revision']) }
  expect((await server.ask('wang', `/api/reports/${id}`, late, 'PUT')).status).toBe(409)
  expect((await step('li', id, 'draft')).status).toBe(409)
  expect((await server.ask('wang', `/api/reports/${id}`, undefined, 'DELETE')).status).toBe(409)
  const { body } = await server.ask('wang', `/api/reports/${id}/differences`)
  expect(undocumented('ReportDifferences', body)).toEqual([])
  expect(body['differences']).toEqual([])
})

test('who is no evaluator reads what is approved, a supervisor of no other province', async () => {
  const draft = await made('440000')
  const [ours, nation] = [reports['440000'] ?? '', reports['000000'] ?? '']
  await step('wang', nation, 'under_review')
  await step('li', nation, 'approved')
  expect(await listed('guangdong')).toEqual(expect.arrayContaining([ours, nation]))
  expect(await listed('guangdong')).not.toContain(draft)
  expect(await listed('beijing')).toContain(nation)
  expect(await listed('beijing')).not.toContain(ours)
  expect(await listed('leader')).toContain(ours)
  for (const part of ['', '/document', '/annexes', '/differences']) {
    const { status, body } = await server.ask('beijing', `/api/reports/${ours}${part}`)
    expect([status, body['code']]).toEqual([403, 'no_permission'])
  }
  expect((await server.ask('guangdong', `/api/reports/${draft}`)).status).toBe(403)
  expect((await server.ask('guangdong', `/api/reports/${ours}`)).body['steps']).toEqual([])
  const order = { ...midterm, region: '440000' }
  expect((await server.ask('guangdong', '/api/reports', order)).status).toBe(403)
})

test('the archive of all units goes on unit by unit, one archive at a time', async () => {
  const start = () => server.ask('wang', '/api/report-archives', midterm)
  const { status, body } = await start()
  expect(status).toBe(202)
  const path = `/api/report-archives/${String(body['archive'])}`
  expect((await server.ask('li', path)).status).toBe(404)
  const own = async (user: 'li' | 'wang') =>
    (await server.ask(user, '/api/report-archives')).body['archive']
  expect(await own('wang')).toBe(body['archive'])
  expect(await own('li')).toBeNull()
  expect((await start()).body['code']).toBe('archive_running')
  expect((await server.ask('wang', `${path}/file`)).body['code']).toBe('archive_running')
  let told = (await server.ask('wang', path)).body
  while (Number(told['done']) < 2) {
    await wait(100)
    told = (await server.ask('wang', path)).body
  }
  expect(undocumented('ReportArchive', told)).toEqual([])
  expect(told).toMatchObject({ total: 32, failed: [], ready: false })
})
