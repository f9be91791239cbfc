import { readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { generateKeyPair, SignJWT, UnsecuredJWT } from 'jose'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { ROUTES } from './routes.ts'
import { PASSWORD, startTestServer, type TestServer } from './server-fixture.ts'

const SECRET = 'a secret of at least thirty-two bytes'

let server: TestServer
beforeAll(async () => {
  vi.stubEnv('SESSION_SECRET', SECRET)
  server = await startTestServer()
})
afterAll(() => server.close())

/** Those that need none: signing in, what is public, and the pages themselves. */
const OPEN = /^(POST \/api\/session|GET (\/livez|\/readyz|\/public\/.*|\*))$/

/** Method and address of every other route, and of one that does not exist. */
const guarded = [...ROUTES.filter((route) => !OPEN.test(route)), 'GET /api/anything'].map(
  (route) => {
    const [method = '', path = ''] = route.split(' ')
    return [method, path.replaceAll(/:\w+/g, 'one')] as const
  },
)

const claims = { role: 'leader', region: '000000' }

function signed(changes: Record<string, unknown> = {}, secret = SECRET, alg = 'HS256') {
  return new SignJWT({
    sub: 'leader',
    jti: 'one',
    iss: 'jiuye-monitor',
    aud: 'jiuye-monitor',
    exp: Math.floor(Date.now() / 1000) + 60,
    auth_time: Math.floor(Date.now() / 1000),
    ...claims,
    ...changes,
  })
    .setProtectedHeader({ alg, typ: 'JWT' })
    .sign(new TextEncoder().encode(secret))
}

async function rsa(): Promise<string> {
  const { privateKey } = await generateKeyPair('RS256')
  return new SignJWT({ sub: 'leader', jti: 'one', ...claims })
    .setProtectedHeader({ alg: 'RS256', typ: 'JWT' })
    .setExpirationTime('1h')
    .sign(privateKey)
}

const unsecured = () =>
  new UnsecuredJWT({ ...claims, jti: 'one' })
    .setSubject('leader')
    .setIssuer('jiuye-monitor')
    .setAudience('jiuye-monitor')
    .setExpirationTime('1h')
    .encode()

const bad: [string, () => string | Promise<string>][] = [
  ['garbage', () => 'garbage'],
  ['alg none', unsecured],
  ['another algorithm', () => signed({}, SECRET, 'HS512')],
  ['an RSA key', rsa],
  ['another secret', () => signed({}, 'another secret of thirty-two bytes')],
  ['an expiry that has passed', () => signed({ exp: Math.floor(Date.now() / 1000) - 1 })],
  ['no expiry', () => signed({ exp: undefined })],
  ['another issuer', () => signed({ iss: 'somebody' })],
  ['another audience', () => signed({ aud: 'somebody' })],
  ['no subject', () => signed({ sub: undefined })],
  ['an unknown user', () => signed({ sub: 'nobody' })],
  ['a role not the account’s', () => signed({ sub: 'evaluator' })],
  ['a region not the account’s', () => signed({ region: '110000' })],
  ['a region that is null', () => signed({ region: null })],
  ['a list of regions', () => signed({ region: ['000000'] })],
  ['a role that is null', () => signed({ role: null })],
]

describe('without a session', () => {
  it.each(guarded)('%s %s is refused with 401', async (method, path) => {
    const response = await fetch(`${server.url}${path}`, { method })
    expect(response.status).toBe(401)
    expect(response.headers.get('content-type')).toContain('application/problem+json')
    expect(await response.json()).toMatchObject({ status: 401, code: 'not_signed_in' })
  })

  it.each(bad)('a token with %s is refused on every route', async (_, make) => {
    const token = await make()
    for (const [method, path] of guarded) {
      const headers = { authorization: `Bearer ${token}` }
      const response = await fetch(`${server.url}${path}`, { method, headers })
      expect(response.status, `${method} ${path}`).toBe(401)
    }
  })

  it.each(['/livez', '/readyz'])('%s answers', async (path) => {
    expect((await server.get(path)).status).toBe(200)
  })

  it.each([
    '/graphql',
    '/cubejs-api/graphql',
    '/cubejs-api/v1/sql',
    '/cubejs-api/v1/cubesql',
    '/cubejs-api/v1/dry-run',
    '/cubejs-api/v1/subscribe',
    '/cubejs-api/v1/convert-query',
    '/cubejs-api/v1/pre-aggregations/jobs',
    '/cubejs-system/v1/context',
    '/playground/context',
  ])('%s does not exist, with a session or without', async (path) => {
    const token = await server.tokenOf('leader')
    for (const method of ['GET', 'POST'])
      for (const headers of [{}, { authorization: `Bearer ${token}` }])
        expect((await fetch(`${server.url}${path}`, { method, headers })).status).toBe(404)
  })
})

describe('signing in', () => {
  it('gives a strict cookie and a bearer token', async () => {
    const response = await server.signIn('supervisor-440000')
    expect(response.status).toBe(200)
    const cookie = response.headers.get('set-cookie') ?? ''
    expect(cookie).toMatch(/^session=.+; Max-Age=28800; Path=\/; .*HttpOnly; SameSite=Strict$/)
    const body = (await response.json()) as { token: string; secondsLeft: number }
    expect(body).toMatchObject({ user: 'supervisor-440000', role: 'supervisor', region: '440000' })
    const { token, secondsLeft, ...session } = body
    expect(secondsLeft).toBe(28800)
    expect(await (await server.get('/api/session', token)).json()).toMatchObject(session)
    const byCookie = await fetch(`${server.url}/api/session`, {
      headers: { cookie: cookie.split(';')[0]! },
    })
    expect(await byCookie.json()).toMatchObject(session)
  })

  it.each([
    ['leader', 'wrong'],
    ['nobody', PASSWORD],
    ['LEADER', PASSWORD],
  ])('refuses %s with %s, saying the same', async (user, password) => {
    const response = await server.signIn(user, password)
    expect(response.status).toBe(401)
    expect(await response.json()).toMatchObject({ code: 'wrong_password' })
  })

  it.each([
    {},
    { user: 'leader' },
    { user: ['leader'], password: PASSWORD },
    { user: 'a'.repeat(65), password: 'x' },
  ])('refuses %o as no sign-in', async (body) => {
    const headers = { 'content-type': 'application/json' }
    const init = { method: 'POST', headers, body: JSON.stringify(body) }
    expect((await fetch(`${server.url}/api/session`, init)).status).toBe(400)
  })

  it('is slowed after ten failures, for that user alone', async () => {
    const failures = Array.from({ length: 10 }, () => server.signIn('evaluator', 'wrong'))
    await Promise.all(failures)
    const refused = await server.signIn('evaluator')
    expect(refused.status).toBe(429)
    expect(await refused.json()).toMatchObject({ code: 'too_many_attempts' })
    expect((await server.signIn('leader')).status).toBe(200)
  })

  it('is slowed for an address that tries many names', async () => {
    const other = await startTestServer()
    const names = Array.from({ length: 31 }, (_, at) => `nobody-${at}`)
    const statuses = new Set<number>()
    for (const name of names) statuses.add((await other.signIn(name, 'wrong')).status)
    expect(statuses).toEqual(new Set([401, 429]))
    await other.close()
  })

  it('refuses another charset as bad writing, not as a fault of its own', async () => {
    const headers = { 'content-type': 'application/json; charset=foo' }
    const init = { method: 'POST', headers, body: '{}' }
    expect((await fetch(`${server.url}/api/session`, init)).status).toBe(400)
  })

  it('is answered also where the audit cannot be written', async () => {
    const other = await startTestServer()
    await rm(join(other.warehouse, 'audit'), { recursive: true })
    expect((await other.get('/api/plans')).status).toBe(401)
    expect(other.faults.length).toBeGreaterThan(0)
    await other.close()
  })

  it('is refused to other sites', async () => {
    for (const headers of [
      { 'sec-fetch-site': 'cross-site' },
      { origin: 'https://elsewhere.example' },
    ]) {
      const init = { method: 'POST', headers: { ...headers, 'content-type': 'application/json' } }
      const body = JSON.stringify({ user: 'leader', password: PASSWORD })
      const response = await fetch(`${server.url}/api/session`, { ...init, body })
      expect(await response.json()).toMatchObject({ status: 403, code: 'other_site' })
    }
  })
})

describe('signing out', () => {
  it('ends the token, not only the cookie', async () => {
    const token = await server.tokenOf('leader')
    const headers = { authorization: `Bearer ${token}` }
    const out = await fetch(`${server.url}/api/session`, { method: 'DELETE', headers })
    expect(out.status).toBe(204)
    expect(out.headers.get('set-cookie')).toMatch(/^session=;/)
    expect((await server.get('/api/session', token)).status).toBe(401)
  })

  it('by cookie is refused to other sites', async () => {
    const cookie = (await server.signIn('leader')).headers.get('set-cookie')!.split(';')[0]!
    const headers = { cookie, 'sec-fetch-site': 'same-site' }
    const out = await fetch(`${server.url}/api/session`, { method: 'DELETE', headers })
    expect(out.status).toBe(403)
  })
})

it('writes down sign-ins and refusals, without passwords or values', async () => {
  const folder = join(server.warehouse, 'audit')
  const [name] = await readdir(folder)
  const text = await readFile(join(folder, name!), 'utf8')
  const lines = text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>)
  const events = new Set(lines.map(({ event }) => event))
  for (const event of ['start', 'snapshot', 'sign_in', 'sign_in_failed', 'sign_out', 'refused'])
    expect(events).toContain(event)
  expect(lines.every(({ at }) => /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(String(at)))).toBe(true)
  expect(text).not.toContain(PASSWORD)
  expect(text).not.toContain('trained_persons')
})
