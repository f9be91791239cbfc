import { copyFile, rm, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { hashAccounts } from '../../../server/accounts.ts'
import { startServer } from '../../../server/main.ts'
import { sampleWarehouse, temporaryFolder } from '../../support/warehouses.ts'

const password = 'only for tests 1'

const people = [
  ['leader', 'leader', '000000'],
  ['wang', 'evaluator', '000000'],
  ['li', 'evaluator', '000000'],
  ['guangdong', 'supervisor', '440000'],
  ['beijing', 'supervisor', '110000'],
] as const

/** `nobody` has not signed in. */
export type Who = (typeof people)[number][0] | 'nobody'
type Answer = { status: number; body: Record<string, unknown>; bytes: Uint8Array }

export type ReportServer = {
  warehouse: string
  /** Asks as that person; with a body it is a POST, unless `method` says otherwise. */
  ask: (who: Who, path: string, body?: unknown, method?: string) => Promise<Answer>
  close: () => Promise<void>
}

/** The sample's snapshots in a warehouse of their own, that reports may be written into. */
async function writableWarehouse(): Promise<string> {
  const sample = await sampleWarehouse()
  const folder = await temporaryFolder('reports')
  await symlink(join(sample, 'snapshots'), join(folder, 'snapshots'))
  await copyFile(join(sample, 'current.json'), join(folder, 'current.json'))
  return folder
}

/** The real server with two evaluators, who review each other. */
export async function openReportServer(): Promise<ReportServer> {
  const warehouse = await writableWarehouse()
  const accountsFile = join(warehouse, 'accounts.json')
  const accounts = people.map(([user, role, region]) => ({ user, role, region, password }))
  await writeFile(accountsFile, JSON.stringify(await hashAccounts(accounts)))
  const onFault = (error: unknown) => process.stderr.write(`${String(error)}\n`)
  const server = await startServer({ port: 0, warehouse, accountsFile, onFault })
  const tokens = new Map<Who, string>()
  for (const [user] of people) {
    const { body } = await send(`${server.url}/api/session`, 'POST', { user, password })
    tokens.set(user, String(body['token']))
  }
  const close = async () => {
    await server.close()
    await rm(warehouse, { recursive: true })
  }
  return {
    warehouse,
    ask: (who, path, body, method = body === undefined ? 'GET' : 'POST') =>
      send(server.url + path, method, body, tokens.get(who)),
    close,
  }
}

async function send(url: string, method: string, body: unknown, token?: string): Promise<Answer> {
  const headers: Record<string, string> = { 'content-type': 'application/json' }
  if (token !== undefined) headers['authorization'] = `Bearer ${token}`
  const init = body === undefined ? { method } : { method, body: JSON.stringify(body) }
  const response = await fetch(url, { headers, ...init })
  const bytes = new Uint8Array(await response.arrayBuffer())
  const isJson = response.headers.get('content-type')?.includes('json') ?? false
  const read = isJson ? (JSON.parse(new TextDecoder().decode(bytes)) as Answer['body']) : {}
  return { status: response.status, body: read, bytes }
}
