import { execFile } from 'node:child_process'
import { mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { startServer } from '../../server/main.ts'
import { hashPassword, randomPassword, verifyPassword } from '../../server/passwords.ts'
import { readSecret } from '../../server/tokens.ts'
import { startTestServer } from './server-fixture.ts'
import { makeWarehouse } from './warehouse-fixture.ts'

const run = promisify(execFile)

afterEach(() => {
  vi.unstubAllEnvs()
})

async function addAccount(file: string, ...args: string[]): Promise<string> {
  const command = ['--import', 'tsx', 'server/account.ts', '--file', file, ...args]
  const { stdout } = await run(process.execPath, command)
  return /：(\S+)$/.exec(stdout.trim())?.[1] ?? ''
}

it('an account that the file may not hold leaves the file as it was', async () => {
  const file = join(await mkdtemp(join(tmpdir(), 'accounts-')), 'accounts.json')
  await addAccount(file, '--user', 'one', '--role', 'leader')
  const before = await readFile(file, 'utf8')
  await expect(addAccount(file, '--user', 'two', '--role', 'king')).rejects.toThrow('role')
  expect(await readFile(file, 'utf8')).toBe(before)
})

describe('passwords', () => {
  it('are kept as scrypt hashes with their own salt', async () => {
    const [one, two] = await Promise.all([hashPassword('secret'), hashPassword('secret')])
    expect(one).not.toBe(two)
    expect(one).not.toContain('secret')
    expect(await verifyPassword('secret', one)).toBe(true)
    expect(await verifyPassword('Secret', one)).toBe(false)
    expect(await verifyPassword('secret', 'plain$secret')).toBe(false)
  })

  it('made at random are long and different', () => {
    const many = new Set(Array.from({ length: 100 }, randomPassword))
    expect(many.size).toBe(100)
    for (const password of many) expect(password).toMatch(/^[a-z2-9]{20}$/)
  })
})

describe('starting', () => {
  it('on a demonstration makes an account of each role, each with its own password', async () => {
    const server = await startTestServer({ demoPassword: undefined })
    const passwords = server.accounts.map(({ password }) => password)
    expect(server.accounts.map(({ user }) => user)).toEqual([
      'leader',
      'supervisor-440000',
      'evaluator',
      'respondent-440106',
    ])
    expect(new Set(passwords).size).toBe(4)
    for (const { user, password } of server.accounts)
      expect((await server.signIn(user, password)).status).toBe(200)
    await server.close()
  })

  it('on real data is refused without an accounts file, saying what to do', async () => {
    const warehouse = await makeWarehouse({ demonstration: false })
    await expect(startTestServer({ warehouse })).rejects.toThrow(/ACCOUNTS/)
  })

  it('without a snapshot is refused, saying what to do', async () => {
    const warehouse = await mkdtemp(join(tmpdir(), 'empty-'))
    await expect(startServer({ port: 0, warehouse })).rejects.toThrow(/npm run etl/)
  })

  it('on a port that is taken is refused, naming it', async () => {
    const server = await startTestServer()
    const port = Number(new URL(server.url).port)
    await expect(startTestServer({ port })).rejects.toThrow(String(port))
    await server.close()
  })

  it('with a short secret is refused', async () => {
    vi.stubEnv('SESSION_SECRET', 'short')
    await expect(startTestServer()).rejects.toThrow(/SESSION_SECRET/)
    expect(() => readSecret('x'.repeat(31))).toThrow()
    expect(readSecret('x'.repeat(32))).toHaveLength(32)
  })

  it('in Cube’s development mode is refused', async () => {
    vi.stubEnv('CUBEJS_DEV_MODE', 'true')
    await expect(startTestServer()).rejects.toThrow(/CUBEJS_DEV_MODE/)
  })
})

describe('an accounts file', () => {
  it('is written by the account command and stops people when they are taken out', async () => {
    const file = join(await mkdtemp(join(tmpdir(), 'accounts-')), 'accounts.json')
    const first = await addAccount(file, '--user', 'wang', '--role', 'leader')
    const second = await addAccount(
      file,
      ...['--user', 'li', '--role', 'supervisor', '--region', '440000'],
    )
    const warehouse = await makeWarehouse({ demonstration: false })
    const server = await startTestServer({ warehouse, accountsFile: file })
    expect(server.accounts).toEqual([])
    expect((await server.signIn('leader')).status).toBe(401)
    expect((await server.signIn('wang', first)).status).toBe(200)
    const response = await server.signIn('li', second)
    const { token } = (await response.json()) as { token: string }
    expect((await server.get('/api/session', token)).status).toBe(200)
    const accounts = JSON.parse(await readFile(file, 'utf8')) as { user: string }[]
    await writeFile(file, JSON.stringify(accounts.filter(({ user }) => user !== 'li')))
    expect((await server.get('/api/session', token)).status).toBe(401)
    await server.close()
  })

  it('with a supervisor of no province is refused by name', async () => {
    const file = join(await mkdtemp(join(tmpdir(), 'accounts-')), 'accounts.json')
    await expect(addAccount(file, '--user', 'li', '--role', 'supervisor')).rejects.toThrow(/region/)
  })
})
