import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { machine, printTable } from './support/table.ts'

const PASSWORD = 'bench password'
const WARM = 15
/** One first call tells as much of the machine as of the server. */
const FRESH = 5
/** As `npm start` gives the server. */
const NEW_OBJECTS = ['--max-semi-space-size=64']

type Ask = (query: string) => Promise<{ milliseconds: number; bytes: number }>

/**
 * `npm run bench -- api --warehouse DIR [--users 50] [--seconds 60] [--think 3]`: GET /api/progress as the
 * first call of a server that has prepared nothing (bare) and of one that is ready as `npm start` makes it
 * (cold: the median, least and most of five such servers), warm (median of fifteen), on other days nobody
 * has asked for (median of three quarters' ends, of three days between), bytes of Arrow beside JSON, and so
 * many users who each ask, think, and ask again (C19). The server has a process of its own.
 */
export async function bench(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      warehouse: { type: 'string' },
      users: { type: 'string', default: '50' },
      seconds: { type: 'string', default: '60' },
      think: { type: 'string', default: '3' },
    },
  })
  const { warehouse } = values
  if (warehouse === undefined) throw new Error('--warehouse DIR is missing: see npm run etl')
  console.log(machine())
  const rows = []
  for (const query of [
    'plan=13-5&region=000000&level=province',
    'plan=13-5&region=000000&level=county&format=arrow',
    'plan=13-5&region=000000&level=county',
  ])
    rows.push([
      query,
      Math.round(await firstCall([warehouse, PASSWORD, 'bare'], query)),
      await coldCalls([warehouse, PASSWORD], query),
      ...(await withServer([warehouse, PASSWORD], (ask) => warmAndOtherDays(ask, query))),
    ])
  printTable(
    ['GET /api/progress', 'bare ms', 'cold ms', 'warm ms', 'quarter ms', 'day ms', 'bytes'],
    rows,
  )
  const load = { users: Number(values.users), seconds: Number(values.seconds) }
  await withServer([warehouse, PASSWORD], (ask) =>
    underLoad(ask, { ...load, think: Number(values.think) }),
  )
}

function firstCall(started: string[], query: string): Promise<number> {
  return withServer(started, async (ask) => (await ask(query)).milliseconds)
}

async function coldCalls(started: string[], query: string): Promise<string> {
  const taken: number[] = []
  for (let server = 0; server < FRESH; server += 1) taken.push(await firstCall(started, query))
  const [median, least, most] = [0.5, 0, 1].map((share) => Math.round(quantile(taken, share)))
  return `${median} (${least}–${most})`
}

async function warmAndOtherDays(ask: Ask, query: string): Promise<number[]> {
  const { bytes } = await ask(query)
  const median = async (all: string[]) => {
    const taken = []
    for (const each of all) taken.push((await ask(each)).milliseconds)
    return Math.round(quantile(taken, 0.5))
  }
  const onDays = (days: string[]) => days.map((day) => `${query}&asOf=${day}`)
  return [
    await median(Array.from({ length: WARM }, () => query)),
    await median(onDays(['2017-12-31', '2017-09-30', '2017-06-30'])),
    await median(onDays(['2018-05-17', '2018-05-18', '2018-02-11'])),
    bytes,
  ]
}

/** Each user asks another of the queries in turn; the first round meets an empty cache. */
async function underLoad(ask: Ask, load: { users: number; seconds: number; think: number }) {
  const until = performance.now() + load.seconds * 1000
  const taken: number[] = []
  let failures = 0
  const user = async (number: number) => {
    await setTimeout((number / load.users) * load.think * 1000)
    for (let at = number; performance.now() < until; at += 1) {
      const query = queries[at % queries.length] ?? ''
      await ask(query).then(
        ({ milliseconds }) => taken.push(milliseconds),
        () => (failures += 1),
      )
      await setTimeout(load.think * 1000)
    }
  }
  await Promise.all(Array.from({ length: load.users }, (_, number) => user(number)))
  const shown = [0.5, 0.95, 0.99].map((share) => Math.round(quantile(taken, share)))
  printTable(
    ['users', 'seconds', 'answers', 'failures', 'p50 ms', 'p95 ms', 'p99 ms'],
    [[load.users, load.seconds, taken.length, failures, ...shown]],
  )
}

const queries = ['13-5', 'levy-2020'].flatMap((plan) => [
  `plan=${plan}&region=000000&level=self`,
  `plan=${plan}&region=000000&level=province`,
  `plan=${plan}&region=440000&level=prefecture`,
  `plan=${plan}&region=510000&level=county`,
  `plan=${plan}&region=440000&level=county`,
])

async function withServer<Result>(
  started: string[],
  run: (ask: Ask) => Promise<Result>,
): Promise<Result> {
  const execArgv = [...process.execArgv, ...NEW_OBJECTS]
  const server = fork(join(import.meta.dirname, 'support', 'served.ts'), started, { execArgv })
  const ended = once(server, 'exit')
  try {
    const url = await Promise.race([
      once(server, 'message').then(([address]) => String(address)),
      ended.then(notStarted),
    ])
    const token = await signIn(url)
    return await run((query) => timed(url, token, query))
  } finally {
    server.kill()
    await ended
  }
}

function notStarted(): never {
  throw new Error('the server ended before it could be asked: why stands above')
}

async function signIn(url: string): Promise<string> {
  const response = await fetch(`${url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ user: 'leader', password: PASSWORD }),
  })
  const { token } = (await response.json()) as { token?: string }
  if (token === undefined) throw new Error('leader may not sign in: a demonstration is needed')
  return token
}

async function timed(url: string, token: string, query: string) {
  const from = performance.now()
  const headers = { authorization: `Bearer ${token}` }
  const response = await fetch(`${url}/api/progress?${query}`, { headers })
  const bytes = (await response.arrayBuffer()).byteLength
  if (response.status !== 200) throw new Error(`${query}: ${response.status}`)
  return { milliseconds: performance.now() - from, bytes }
}

function quantile(values: number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.round(share * (sorted.length - 1))] ?? NaN
}
