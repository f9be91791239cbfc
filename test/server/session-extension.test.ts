import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { readSeconds, Tokens } from '../../server/tokens.ts'
import { startTestServer, type TestServer } from './server-fixture.ts'

const SECRET = 'a secret of at least thirty-two bytes'
const HOURS = 3600

let server: TestServer
beforeAll(async () => {
  vi.stubEnv('SESSION_SECRET', SECRET)
  server = await startTestServer()
})
afterAll(() => server.close())

function extend(token: string): Promise<Response> {
  const headers = { authorization: `Bearer ${token}` }
  return fetch(`${server.url}/api/session/extension`, { method: 'POST', headers })
}

/** The token of a session that was begun so many seconds ago. */
async function tokenSince(seconds: number): Promise<string> {
  const now = Math.floor(Date.now() / 1000)
  const tokens = new Tokens(new TextEncoder().encode(SECRET), 8 * HOURS)
  const account = { sub: 'leader', role: 'leader', region: '000000' } as const
  const { token } = await tokens.extend({
    ...account,
    jti: 'one',
    exp: now,
    auth_time: now - seconds,
  })
  return token
}

it('lasts as long again', async () => {
  const answer = await extend(await tokenSince(7 * HOURS))
  expect(answer.status).toBe(200)
  expect(await answer.json()).toMatchObject({ user: 'leader', secondsLeft: 8 * HOURS })
  expect(answer.headers.get('set-cookie')).toMatch(/^session=.+; Max-Age=28800; /)
})

it('ends a day after the sign-in all the same', async () => {
  const answer = await extend(await tokenSince(24 * HOURS - 90))
  const { secondsLeft } = (await answer.json()) as { secondsLeft: number }
  expect(secondsLeft).toBeGreaterThan(80)
  expect(secondsLeft).toBeLessThanOrEqual(90)
})

it('is over for every one of its tokens when it is signed out', async () => {
  const first = await server.tokenOf('leader')
  const cookie = (await extend(first)).headers.get('set-cookie') ?? ''
  const second = /^session=([^;]+)/.exec(cookie)?.[1] ?? ''
  const headers = { authorization: `Bearer ${second}` }
  await fetch(`${server.url}/api/session`, { method: 'DELETE', headers })
  expect((await server.get('/api/session', first)).status).toBe(401)
})

it('is as long as SESSION_MINUTES says, which is checked', () => {
  expect(readSeconds(undefined)).toBe(8 * HOURS)
  expect(readSeconds('30')).toBe(1_800)
  for (const bad of ['0', '-5', 'long', '9', '1441']) expect(() => readSeconds(bad)).toThrow(bad)
})
