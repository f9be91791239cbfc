import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'

import { loadPath } from '../../server/server-fixture.ts'
import { makeWarehouse } from '../../server/warehouse-fixture.ts'

interface Stop {
  /** Of the process. */
  status: number | null
  /** From the signal to the end of the process, in ms. */
  took: number
  /** Of questions that came before the signal, whole or not. */
  answered: number
  /** Statuses and errors of questions that came after it, with how often. */
  later: Record<string, number>
  /** Questions that came before it and got no whole answer, with what they got. */
  lost: string[]
}

const root = join(import.meta.dirname, '..', '..', '..')
const password = 'a demonstration password'

/** Ends a server by SIGTERM while `users` people ask it one thing after the other. */
export async function stopped(users: number): Promise<Stop> {
  const warehouse = await makeWarehouse()
  const server = spawn(process.execPath, ['--import', 'tsx', join(root, 'server', 'main.ts')], {
    cwd: root,
    env: { ...process.env, PORT: '0', WAREHOUSE: warehouse, DEMO_PASSWORD: password },
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  try {
    const ended = once(server, 'exit') as Promise<[number | null]>
    const url = await Promise.race([addressOf(server.stdout), ended])
    if (typeof url !== 'string') throw new Error('The server ended before it was ready')
    const asking = await askersOf(url, users)
    const begun = performance.now()
    asking.endsAt = begun
    server.kill('SIGTERM')
    const [status] = await ended
    const took = performance.now() - begun
    await Promise.all(asking.people)
    return { status, took, answered: asking.answered, later: asking.later, lost: asking.lost }
  } finally {
    server.kill('SIGKILL')
    await rm(warehouse, { recursive: true, force: true })
  }
}

/** It is printed after whatever Cube says. */
function addressOf(output: Readable): Promise<string> {
  let printed = ''
  return new Promise((resolve) => {
    output.on('data', (chunk: Buffer) => {
      printed += chunk.toString()
      const found = /^http\S+(?=\n)/m.exec(printed)
      if (found) resolve(found[0])
    })
  })
}

interface Asking {
  endsAt: number
  people: Promise<void>[]
  answered: number
  later: Record<string, number>
  lost: string[]
}

async function askersOf(url: string, users: number): Promise<Asking> {
  const signedIn = await fetch(`${url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ user: 'leader', password }),
  })
  const { token } = (await signedIn.json()) as { token: string }
  const asking: Asking = { endsAt: Infinity, people: [], answered: 0, later: {}, lost: [] }
  asking.people = Array.from({ length: users }, (_, at) => ask(url, token, { asking, at }))
  while (asking.answered < 3 * users) await new Promise((resolve) => setTimeout(resolve, 20))
  return asking
}

/** Until the server is gone. A question that came in time must be answered whole. */
async function ask(
  url: string,
  token: string,
  { asking, at }: { asking: Asking; at: number },
): Promise<void> {
  for (let turn = 0; ; turn += 1) {
    const path = loadPath({ dimensions: ['regions.name'], offset: (at + turn) % 40 })
    const cameAt = performance.now()
    const fate = await fateOf(`${url}${path}`, token)
    const isLater = cameAt >= asking.endsAt
    if (isLater) asking.later[fate] = (asking.later[fate] ?? 0) + 1
    else if (fate === '200') asking.answered += 1
    else asking.lost.push(fate)
    if (fate === 'ECONNREFUSED') return
  }
}

async function fateOf(url: string, token: string): Promise<string> {
  try {
    const answer = await fetch(url, { headers: { authorization: `Bearer ${token}` } })
    await answer.arrayBuffer()
    return String(answer.status)
  } catch (error) {
    const { cause } = error as { cause?: { code?: string } }
    return cause?.code ?? String(error)
  }
}
