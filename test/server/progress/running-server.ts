import { readdirSync, readFileSync } from 'node:fs'
import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'yaml'
import { seal } from '../../../etl/publish.ts'
import { startServer } from '../../../server/main.ts'
import { makeWarehouse } from '../warehouse-fixture.ts'

const PASSWORD = 'a long enough pass phrase'
const data = new URL('../../../data/', import.meta.url)

type Answer = { status: number; type: string; body: unknown; bytes: Uint8Array }
export type Client = (path: string) => Promise<Answer>

export type Running = {
  as: (user: string) => Promise<Client>
  close: () => Promise<void>
}

/** The real server on a small mart made by hand, with the real plan files in its manifest. */
export async function startOnFixture(): Promise<Running> {
  const warehouse = await makeWarehouse()
  await addCatalogue(join(warehouse, 'snapshots', '2018Q2-00000001'))
  const server = await startServer({ port: 0, warehouse, demoPassword: PASSWORD })
  const close = async () => {
    await server.close()
    await rm(warehouse, { recursive: true })
  }
  return { as: (user) => signIn(server.url, user), close }
}

async function addCatalogue(folder: string): Promise<void> {
  const manifest = JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')) as Record<
    string,
    unknown
  >
  await seal(folder, { ...manifest, ...readCatalogue() })
}

/** The real plan files and groups of provinces, as a manifest holds them. */
export function readCatalogue() {
  return { plans: readPlans(), regionSchemes: readSchemes() }
}

function readPlans(): unknown[] {
  const folder = new URL('plans/', data)
  const names = readdirSync(folder).filter((name) => name.endsWith('.yaml'))
  return names.sort().map((name): unknown => parse(readFileSync(new URL(name, folder), 'utf8')))
}

function readSchemes(): unknown[] {
  const lines = readFileSync(new URL('reference/region_scheme.csv', data), 'utf8')
    .trim()
    .split('\n')
  return lines.slice(1).map((line) => {
    const [scheme, province_code, group] = line.split(',')
    return { scheme, province_code, group }
  })
}

async function signIn(url: string, user: string): Promise<Client> {
  const response = await fetch(`${url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ user, password: PASSWORD }),
  })
  const { token } = (await response.json()) as { token: string }
  return (path) => get(url + path, token)
}

async function get(url: string, token: string): Promise<Answer> {
  const response = await fetch(url, { headers: { authorization: `Bearer ${token}` } })
  const type = response.headers.get('content-type') ?? ''
  const bytes = new Uint8Array(await response.arrayBuffer())
  const body: unknown = type.includes('json') ? JSON.parse(new TextDecoder().decode(bytes)) : null
  return { status: response.status, type, body, bytes }
}
