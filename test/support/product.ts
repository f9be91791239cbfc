import { type RunningServer, type ServerOptions, startServer } from '../../server/main.ts'

export const password = 'only for tests 1'

export type User = 'leader' | 'supervisor-440000' | 'evaluator' | 'respondent-440106'
type Answer = { status: number; body: unknown }

/** Asks the product's HTTP interface as a script would, with a bearer token. */
export type Client = (path: string) => Promise<Answer>

export type Serving = Pick<ServerOptions, 'mapFile' | 'sessionSeconds'>

export async function startProduct(
  warehouse: string,
  webRoot?: string,
  options: Serving = {},
): Promise<RunningServer> {
  return startServer({
    port: 0,
    warehouse,
    demoPassword: password,
    onFault: (error) => process.stderr.write(`${String(error)}\n`),
    ...(webRoot !== undefined && { webRoot }),
    ...options,
  })
}

export async function signedIn(url: string, user: User): Promise<Client> {
  const session = await fetch(`${url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ user, password }),
  })
  const { token } = (await session.json()) as { token: string }
  return async (path) => {
    const answer = await fetch(url + path, {
      headers: { authorization: `Bearer ${token}`, connection: 'close' },
    })
    return { status: answer.status, body: await answer.json() }
  }
}
