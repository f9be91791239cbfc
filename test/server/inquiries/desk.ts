import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { hashAccounts } from '../../../server/accounts.ts'
import { startServer, type RunningServer } from '../../../server/main.ts'
import { csvOf, writeInbox, type Cells } from '../../support/inbox-files.ts'
import { password } from '../../support/product.ts'
import { registrationOf } from '../../support/submitted-inbox.ts'
import { load, temporaryFolder } from '../../support/warehouses.ts'

const people = [
  ['leader', 'leader', '000000'],
  ['evaluator', 'evaluator', '000000'],
  ['reviewer', 'evaluator', '000000'],
  ['guangdong', 'supervisor', '440000'],
  ['beijing', 'supervisor', '110000'],
  ['tianhe', 'respondent', '440106'],
  ['guangzhou', 'respondent', '440100'],
  ['yuexiu', 'respondent', '440104'],
] as const

export type Who = (typeof people)[number][0]
type Answer = { status: number; body: Record<string, unknown> }

export type Desk = {
  folder: string
  url: () => string
  /** Asks as that person; with a body it is a POST. */
  ask: (who: Who, path: string, body?: unknown) => Promise<Answer>
  /** Loads once more with so many trained in 天河区. */
  load: (trained: number) => Promise<void>
  restart: () => Promise<void>
  stop: () => Promise<void>
}

function trainingOf(serial: number): Cells {
  return {
    记录编号: `T${serial}`,
    残疾人证号: registrationOf(serial)['残疾人证号'] ?? '',
    培训类别: '城镇职业技能',
    培训机构代码: 'P440001',
    培训地区划代码: '440106',
    开始日期: '2018-04-02',
    结束日期: '2018-04-20',
    是否免费: '是',
  }
}

async function writeTrained(inbox: string, trained: number, more: Cells[]): Promise<void> {
  const serials = Array.from({ length: 5 }, (_, at) => at + 1)
  const registered = serials.map((one) => registrationOf(one, { 户籍地区划代码: '440106' }))
  await writeInbox(inbox, {
    'demonstration.json': '{"demonstration":true,"scale":0.02,"seed":1,"ratio":50}',
    '2018Q2/440000/registration.csv': csvOf(registered),
    '2018Q2/440000/training.csv': csvOf([...serials.slice(0, trained).map(trainingOf), ...more]),
  })
}

async function writeAccounts(path: string): Promise<void> {
  const accounts = people.map(([user, role, region]) => ({ user, role, region, password }))
  await writeFile(path, JSON.stringify(await hashAccounts(accounts)))
}

/** A training that is quarantined, for its day. */
export const wrongTraining: Cells = { ...trainingOf(5), 记录编号: 'T9', 结束日期: '昨天' }

type DeskOptions = { webRoot?: string; more?: Cells[] }

/** The real server over two people trained in 天河区, with a person of each reach. */
export async function openDesk({ webRoot, more = [] }: DeskOptions = {}): Promise<Desk> {
  const folder = await temporaryFolder('inquiries')
  const [inbox, warehouse] = [join(folder, 'inbox'), join(folder, 'warehouse')]
  const accountsFile = join(folder, 'accounts.json')
  await Promise.all([writeTrained(inbox, 2, more), writeAccounts(accountsFile)])
  await load(inbox, warehouse)
  let server: RunningServer
  const tokens = new Map<Who, string>()
  const start = async () => {
    const onFault = (error: unknown) => process.stderr.write(`${String(error)}\n`)
    const pages = webRoot === undefined ? {} : { webRoot }
    server = await startServer({ port: 0, warehouse, accountsFile, onFault, ...pages })
    tokens.clear()
  }
  const tokenOf = async (user: Who) => {
    const known = tokens.get(user)
    if (known !== undefined) return known
    const signedIn = await post(`${server.url}/api/session`, { user, password })
    const token = String(signedIn.body['token'])
    tokens.set(user, token)
    return token
  }
  await start()
  return {
    folder,
    url: () => server.url,
    ask: async (who, path, body) => send(server.url + path, await tokenOf(who), body),
    load: async (trained) => {
      await writeTrained(inbox, trained, more)
      await load(inbox, warehouse)
    },
    restart: async () => {
      await server.close()
      await start()
    },
    stop: () => server.close(),
  }
}

async function post(url: string, body: unknown): Promise<Answer> {
  return send(url, undefined, body)
}

async function send(url: string, token: string | undefined, body: unknown): Promise<Answer> {
  const headers: Record<string, string> = { 'content-type': 'application/json' }
  if (token !== undefined) headers['authorization'] = `Bearer ${token}`
  const isWrite = body !== undefined
  const init = isWrite ? { method: 'POST', body: JSON.stringify(body) } : {}
  const response = await fetch(url, { headers, ...init })
  return { status: response.status, body: (await response.json()) as Answer['body'] }
}
