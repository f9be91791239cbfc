import { copyFile, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { addDays, formatISO } from 'date-fns'
import { password, startProduct, type User } from './product.ts'
import { prepared } from './prepared.ts'
import { sampleWarehouse } from './warehouses.ts'

const report = { kind: 'midterm', plan: '13-5', region: '440000', asOf: '2018-06-30' }
const notice = {
  ...{ region: '440000', year: 2017, objections: '广东省残联就业部，电话（演示）' },
  days: ['2018-03-05', '2018-03-06', '2018-03-07', '2018-03-08', '2018-03-09'],
}
const inquiry = {
  ...{ plan: '13-5', indicator: 'A1', region: '440106', asOf: '2018-06-30' },
  ...{
    dueOn: formatISO(addDays(new Date(), 30), { representation: 'date' }),
    text: '请说明培训进度为什么落后。',
  },
}

/** Everything that people write, by whom and in what order. */
const WRITTEN: [User, string, object][] = [
  ['evaluator', '/api/reports', report],
  ['evaluator', '/api/notices', notice],
  ['evaluator', '/api/notices/440000-2017/state', { published: true }],
  ['supervisor-440000', '/api/inquiries', inquiry],
]

async function post(url: string, body: object, token?: string): Promise<{ token?: string }> {
  const authorization = token === undefined ? {} : { authorization: `Bearer ${token}` }
  const headers = { 'content-type': 'application/json', connection: 'close', ...authorization }
  const answer = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) })
  if (!answer.ok) throw new Error(`${url}: ${String(answer.status)} ${await answer.text()}`)
  return (await answer.json()) as { token?: string }
}

/** The sample's warehouse with a report, a public notice and an inquiry: to be served, never written. */
export async function writtenWarehouse(): Promise<string> {
  const sample = await sampleWarehouse()
  return prepared('written', ['etl', 'data', 'cube', 'server'], async (folder) => {
    await symlink(join(sample, 'snapshots'), join(folder, 'snapshots'))
    await copyFile(join(sample, 'current.json'), join(folder, 'current.json'))
    const server = await startProduct(folder)
    for (const [user, path, body] of WRITTEN) {
      const { token } = await post(`${server.url}/api/session`, { user, password })
      await post(server.url + path, body, token)
    }
    await server.close()
  })
}
