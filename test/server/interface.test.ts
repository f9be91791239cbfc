import { mkdtemp, mkdir, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadPath, startTestServer, type TestServer } from './server-fixture.ts'

let server: TestServer
let leader: string
let supervisor: string

beforeAll(async () => {
  const webRoot = await mkdtemp(join(tmpdir(), 'web-'))
  await mkdir(join(webRoot, 'assets'))
  await writeFile(join(webRoot, 'index.html'), '<!doctype html><title>page</title>')
  await writeFile(join(webRoot, 'assets', 'main-1a2b3c.js'), 'export {}')
  server = await startTestServer({ webRoot })
  leader = await server.tokenOf('leader')
  supervisor = await server.tokenOf('supervisor-440000')
})
afterAll(() => server.close())

async function json(path: string, token = leader) {
  const response = await server.get(path, token)
  return { status: response.status, body: (await response.json()) as Record<string, unknown> }
}

describe('headers', () => {
  const csp =
    "default-src 'self';script-src 'self';style-src 'self';img-src 'self' data: blob:;connect-src 'self';" +
    "object-src 'none';base-uri 'none';form-action 'self';frame-ancestors 'none'"

  it.each(['/', '/livez', '/api/session', '/assets/main-1a2b3c.js', '/graphql', '/nothing.txt'])(
    '%s carries the content security policy and its companions',
    async (path) => {
      const { headers } = await server.get(path)
      expect(headers.get('content-security-policy')).toBe(csp)
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('referrer-policy')).toBe('no-referrer')
      expect(headers.get('x-frame-options')).toBe('DENY')
      expect(headers.has('x-powered-by')).toBe(false)
      expect(headers.has('access-control-allow-origin')).toBe(false)
    },
  )

  it.each(['/api/session', '/api/snapshots', '/cubejs-api/v1/meta', '/api/regions/440000'])(
    '%s is not kept',
    async (path) => {
      const { headers } = await server.get(path, leader)
      expect(headers.get('cache-control')).toBe('no-store')
      expect(headers.has('etag')).toBe(false)
    },
  )
})

describe('pages', () => {
  it.each(['/', '/overview', '/region/440000?indicator=A1'])('%s is the page', async (path) => {
    const headers = { accept: 'text/html' }
    const response = await fetch(`${server.url}${path}`, { headers })
    expect(response.status).toBe(200)
    expect(await response.text()).toContain('<title>page</title>')
    expect(response.headers.get('cache-control')).toBe('no-cache')
  })

  it('keeps hashed assets and does not invent missing ones', async () => {
    const asset = await server.get('/assets/main-1a2b3c.js')
    expect(asset.headers.get('cache-control')).toContain('immutable')
    expect((await server.get('/assets/gone-123456.js')).status).toBe(404)
    expect((await server.get('/../package.json')).status).toBe(404)
    expect((await server.get('/%2e%2e/package.json')).status).toBe(404)
  })
})

describe('snapshots, map and regions', () => {
  it('lists the published datasets', async () => {
    expect((await json('/api/snapshots')).body).toMatchObject({
      current: '2018Q2-00000001',
      snapshots: [{ id: '2018Q2-00000001', asOf: '2018-06-30', isCurrent: true, submissions: 1 }],
    })
  })

  it('gives the tile grid', async () => {
    const { body } = await json('/api/map')
    expect(body['tiles']).toEqual([{ code: '110000', short: '京', col: 7, row: 3, dashed: false }])
  })

  it('places a region in the tree', async () => {
    expect((await json('/api/regions/440104')).body).toMatchObject({
      code: '440104',
      name: '越秀区',
      level: 'county',
      path: [
        { code: '000000', name: '全国', level: 'nation' },
        { code: '440000', name: '广东省', level: 'province' },
        { code: '440100', name: '广州市', level: 'prefecture' },
        { code: '440104', name: '越秀区', level: 'county' },
      ],
      childLevel: null,
      access: 'granted',
    })
    expect((await json('/api/regions/440000')).body['childLevel']).toBe('prefecture')
    expect((await json('/api/regions/110000')).body['childLevel']).toBe('county')
  })

  it.each([
    ['000000', 'granted'],
    ['440000', 'granted'],
    ['440104', 'granted'],
    ['110000', 'refused'],
    ['110101', 'refused'],
    ['659001', 'refused'],
  ])('tells a supervisor that %s is %s', async (code, access) => {
    expect((await json(`/api/regions/${code}`, supervisor)).body['access']).toBe(access)
  })

  it('says what is wrong with what it does not know', async () => {
    expect((await json('/api/regions/999999')).body).toMatchObject({ code: 'unknown_region' })
    expect((await json('/api/regions/440000?asOf=yesterday')).body).toMatchObject({ status: 400 })
    expect((await json('/api/regions/440000?snapshot=gone')).body).toMatchObject({
      code: 'unknown_snapshot',
    })
  })
})

describe('Cube’s own interface', () => {
  const query = { measures: ['training.trained_persons'], dimensions: ['training.province_code'] }

  it('answers load by GET, POST and as several', async () => {
    const one = await json(loadPath(query))
    expect(one.status).toBe(200)
    const headers = { authorization: `Bearer ${leader}`, 'content-type': 'application/json' }
    const init = { method: 'POST', headers, body: JSON.stringify({ query, queryType: 'multi' }) }
    const multi: unknown = await (await fetch(`${server.url}/cubejs-api/v1/load`, init)).json()
    expect(multi).toMatchObject({
      queryType: 'regularQuery',
      results: [{ data: one.body['data'] }],
    })
  })

  it('lists views with titles, units and descriptions, and no cubes', async () => {
    const { body } = await json('/cubejs-api/v1/meta')
    const cubes = body['cubes'] as { name: string; type: string; measures: object[] }[]
    expect(cubes.every(({ type }) => type === 'view')).toBe(true)
    expect(cubes.find(({ name }) => name === 'training')?.measures[0]).toMatchObject({
      name: 'training.trained_persons',
      shortTitle: '参训人数',
      meta: { en: 'Persons trained', unit: '人' },
    })
    expect(JSON.stringify(body)).not.toMatch(/person_id|birth_date|SELECT|sql_table/)
  })

  it('refuses a supervisor other provinces in words, not with an empty answer', async () => {
    const filters = [
      { member: 'training_detail.province_code', operator: 'equals', values: ['110000'] },
    ]
    const asked = { measures: ['training_detail.trained_persons'], filters }
    const { status, body } = await json(loadPath(asked), supervisor)
    expect(status).toBe(403)
    expect(body).toMatchObject({
      code: 'no_permission',
      title: expect.stringContaining('本省') as string,
    })
    expect((await json(loadPath(asked))).status).toBe(200)
  })

  it.each([
    ['no query', '/cubejs-api/v1/load'],
    ['no JSON', '/cubejs-api/v1/load?query=x'],
    ['a hidden member', loadPath({ dimensions: ['trained_person.person_id'] })],
    ['SQL', loadPath({ measures: ["training.x'; DROP TABLE t --"] })],
    ['an unknown key', loadPath({ ...query, sql: 'SELECT 1' })],
    [
      'a strange operator',
      loadPath({
        ...query,
        filters: [{ member: 'training.plan', operator: 'regex', values: ['.'] }],
      }),
    ],
    ['eleven queries', loadPath(Array.from({ length: 11 }, () => query))],
    ['too large a limit', loadPath({ ...query, limit: 1e9 })],
    ['deep nesting', `/cubejs-api/v1/load?query=${'{"or":['.repeat(200)}`],
  ])('refuses %s without showing its inside', async (_, path) => {
    const { status, body } = await json(path)
    expect(status).toBe(400)
    expect(Object.keys(body).toSorted()).toEqual(['code', 'detail', 'status', 'title', 'type'])
    expect(JSON.stringify(body)).not.toMatch(/select|from |node_modules|at \w+ \(|duckdb/i)
  })

  it('takes no body that is too long or no JSON', async () => {
    const post = (body: string) =>
      fetch(`${server.url}/cubejs-api/v1/load`, {
        method: 'POST',
        headers: { authorization: `Bearer ${leader}`, 'content-type': 'application/json' },
        body,
      })
    expect((await post('x'.repeat(200_000))).status).toBe(413)
    expect((await post('{')).status).toBe(400)
    expect((await post('{}')).status).toBe(400)
  })
})

it('had no faults of its own in all this', () => {
  expect(server.faults).toEqual([])
})
