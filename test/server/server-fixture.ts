import { rm } from 'node:fs/promises'
import { startServer, type RunningServer, type ServerOptions } from '../../server/main.ts'
import { makeWarehouse } from './warehouse-fixture.ts'

export const PASSWORD = 'a demonstration password'

export type TestServer = RunningServer & {
  warehouse: string
  faults: unknown[]
  signIn: (user: string, password?: string) => Promise<Response>
  tokenOf: (user: string) => Promise<string>
  get: (path: string, token?: string) => Promise<Response>
}

export async function startTestServer(options: Partial<ServerOptions> = {}): Promise<TestServer> {
  const warehouse = options.warehouse ?? (await makeWarehouse())
  const faults: unknown[] = []
  const whole = { port: 0, demoPassword: PASSWORD, ...options, warehouse }
  const running = await startServer({ ...whole, onFault: (error) => faults.push(error) }).catch(
    async (error: unknown) => {
      await rm(warehouse, { recursive: true, force: true })
      throw error
    },
  )
  const { url } = running
  const signIn = (user: string, password = PASSWORD) =>
    fetch(`${url}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ user, password }),
    })
  const tokenOf = async (user: string) => {
    const { token } = (await (await signIn(user)).json()) as { token: string }
    return token
  }
  const get = (path: string, token?: string) =>
    fetch(
      `${url}${path}`,
      token === undefined ? {} : { headers: { authorization: `Bearer ${token}` } },
    )
  const close = async () => {
    await running.close()
    await rm(warehouse, { recursive: true, force: true })
  }
  return { ...running, warehouse, faults, signIn, tokenOf, get, close }
}

export function loadPath(query: object): string {
  return `/cubejs-api/v1/load?query=${encodeURIComponent(JSON.stringify(query))}`
}
