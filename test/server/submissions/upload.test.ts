import { readdir, readFile, rm } from 'node:fs/promises'
import { request } from 'node:http'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { startServer, type RunningServer } from '../../../server/main.ts'
import { csvOf } from '../../support/inbox-files.ts'
import { password, type User } from '../../support/product.ts'
import { registrationOf, writeSubmittedInbox } from '../../support/submitted-inbox.ts'
import { load, temporaryFolder } from '../../support/warehouses.ts'

const CHECK = 'check?extract=registration&form=csv'
const file = csvOf([registrationOf(7), registrationOf(8), registrationOf(9, { 性别: '' })])

type Upload = {
  id: string
  state: string
  result: { fate: string; reason: string | null; rowsAccepted: number; name: string } | null
}

let folder: string
let server: RunningServer
const tokens = new Map<User, string>()

beforeAll(async () => {
  vi.stubEnv('PSEUDONYM_KEY', 'only for tests '.repeat(3))
  folder = await temporaryFolder('upload')
  const [inbox, warehouse] = [join(folder, 'inbox'), join(folder, 'warehouse')]
  await writeSubmittedInbox(inbox)
  await load(inbox, warehouse)
  server = await startServer({ port: 0, warehouse, inbox, demoPassword: password })
  for (const user of ['leader', 'supervisor-440000', 'evaluator'] as const) {
    const session = await fetch(`${server.url}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ user, password }),
    })
    tokens.set(user, ((await session.json()) as { token: string }).token)
  }
})

afterAll(async () => {
  await server.close()
  await rm(folder, { recursive: true })
  vi.unstubAllEnvs()
})

type Asked = { user?: User; place?: string; method?: string; body?: string; json?: boolean }

async function ask(path: string, given: Asked = {}) {
  const { user = 'supervisor-440000', place = '440000/2018Q2', method, body, json } = given
  const type = json ? 'application/json' : 'application/octet-stream'
  const answer = await fetch(`${server.url}/api/submissions/${place}/${path}`, {
    method: method ?? 'POST',
    headers: { authorization: `Bearer ${tokens.get(user) ?? ''}`, 'content-type': type },
    ...(body === undefined ? {} : { body }),
  })
  const text = await answer.text()
  return { status: answer.status, body: (text ? JSON.parse(text) : {}) as Upload }
}

/** The upload once its state is another than this. */
async function after(state: string, id: string): Promise<Upload> {
  for (;;) {
    const { body } = await ask(`uploads/${id}`, { method: 'GET' })
    if (body.state !== state) return body
    await setTimeout(200)
  }
}

function folderOf(quarter: string): Promise<string[]> {
  return readdir(join(folder, 'inbox', quarter, '440000'))
}

describe('who may send a file', () => {
  it.each([
    [{ user: 'leader' }, 403, 'no_permission'],
    [{ user: 'evaluator' }, 403, 'no_permission'],
    [{ place: '110000/2018Q2' }, 403, 'no_permission'],
    [{ place: '440000/2019Q1' }, 400, 'bad_request'],
    [{ place: '440000/2017Q4' }, 400, 'bad_request'],
    [{ place: '440000/..%2f..' }, 400, 'bad_request'],
  ] as const)('%o is answered %i %s', async (given, status, code) => {
    const answer = await ask(CHECK, { ...given, body: file })
    expect(answer).toMatchObject({ status, body: { code } })
  })

  it.each(['check?extract=registration&form=exe', 'check'])('refuses %s', async (path) => {
    expect((await ask(path, { body: file })).status).toBe(400)
  })

  it.each([
    ...['../x', '/etc/passwd', 'training\0', 'training\u202evsc', 'a'.repeat(300), 'CON', '%2e%2e'],
  ])('takes no name %j from its sender', async (extract) => {
    const path = `check?${new URLSearchParams({ extract, form: 'csv' }).toString()}`
    expect((await ask(path, { body: file })).status).toBe(400)
  })

  it('refuses an empty file', async () => {
    expect((await ask(CHECK, { body: '' })).status).toBe(400)
  })

  it('refuses one that says to be too large before it has come', async () => {
    const status = await new Promise((resolve, reject) => {
      const asked = request(`${server.url}/api/submissions/440000/2018Q2/${CHECK}`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${tokens.get('supervisor-440000') ?? ''}`,
          'content-length': '2000000000',
        },
      })
      asked.once('response', ({ statusCode }) => {
        asked.destroy()
        resolve(statusCode)
      })
      asked.once('error', reject)
      asked.flushHeaders()
    })
    expect(status).toBe(413)
  })

  it('refuses a request that comes from another site', async () => {
    const answer = await fetch(`${server.url}/api/submissions/440000/2018Q2/${CHECK}`, {
      method: 'POST',
      headers: {
        cookie: `session=${tokens.get('supervisor-440000') ?? ''}`,
        origin: 'https://elsewhere.example',
      },
      body: file,
    })
    expect(answer.status).toBe(403)
    expect(await answer.json()).toMatchObject({ code: 'other_site' })
  })
})

describe('a file that is sent', () => {
  it('is checked and left without a trace', async () => {
    const before = await folderOf('2018Q2')
    const { status, body } = await ask(CHECK, { body: file })
    expect(status).toBe(202)
    const { result } = await after('checking', body.id)
    expect(result).toMatchObject({
      fate: 'accepted',
      rowsAccepted: 2,
      rowsQuarantined: 1,
      faults: [{ line: 4, column: '性别' }],
      name: 'registration-03.csv',
    })
    expect((await ask(`uploads/${body.id}`, { method: 'DELETE' })).status).toBe(204)
    expect((await ask(`uploads/${body.id}`, { method: 'GET' })).status).toBe(404)
    expect(await folderOf('2018Q2')).toEqual(before)
  })

  it('that would be refused cannot be accepted', async () => {
    const { body } = await ask(CHECK, { body: '姓名\n张三\n' })
    const { result } = await after('checking', body.id)
    expect(result?.fate).toBe('refused')
    expect(result?.reason).toContain('残疾人证号')
    const accepted = await ask('accept', { json: true, body: JSON.stringify({ upload: body.id }) })
    expect(accepted).toMatchObject({ status: 409, body: { code: 'not_checked' } })
    await ask(`uploads/${body.id}`, { method: 'DELETE' })
  })

  it('is put into the inbox, loaded and published when its sender says so', async () => {
    const { body } = await ask(CHECK, { body: file })
    await after('checking', body.id)
    const accept = { json: true, body: JSON.stringify({ upload: body.id }) }
    expect((await ask('accept', accept)).status).toBe(202)
    expect((await ask('accept', accept)).status).toBe(409)
    expect((await after('loading', body.id)).state).toBe('loaded')
    const path = join(folder, 'inbox/2018Q2/440000/registration-03.csv')
    expect(await readFile(path, 'utf8')).toBe(file)
    const { body: found } = await ask('', { method: 'GET' })
    expect(found).toMatchObject({ sendable: ['2018Q1', '2018Q2', '2018Q3'] })
    expect(JSON.stringify(found)).toContain('registration-03.csv')
  })

  it('leaves its lines in the audit, without a name of a person', async () => {
    const audit = join(folder, 'warehouse/audit')
    const [month = ''] = await readdir(audit)
    const lines = (await readFile(join(audit, month), 'utf8')).trim().split('\n')
    const events = lines.map((line) => JSON.parse(line) as { event: string; file?: string })
    const ours = events.filter(({ event }) => event.startsWith('upload_'))
    expect(ours.map(({ event, file: path }) => [event, path])).toEqual([
      ['upload_accepted', '2018Q2/440000/registration-03.csv'],
      ['upload_loaded', '2018Q2/440000/registration-03.csv'],
    ])
  })
})
