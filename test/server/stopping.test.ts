import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { get, type IncomingMessage } from 'node:http'
import { connect, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import { expect, it, onTestFinished } from 'vitest'

import { startTestServer } from './server-fixture.ts'

const ANSWERED = 'HTTP/1.1 401 Unauthorized'
const REFUSED = 'HTTP/1.1 503 Service Unavailable'
const HALF_A_QUESTION = [
  'POST /api/session HTTP/1.1',
  'Host: localhost',
  'Content-Type: application/json',
  'Content-Length: 2',
  '',
  '',
].join('\r\n')
const OTHER_HALF = '{}'

/** More than the buffers of a connection hold, in bytes. */
const LARGE = 24_000_000

const questionOf = (path: string, ...headers: string[]) =>
  [`GET ${path} HTTP/1.1`, 'Host: localhost', ...headers, '', ''].join('\r\n')

/** Connects so many times, asks on each when told to, and tells the first line of each answer. */
const ASKER = `
  const { parentPort, workerData } = require('node:worker_threads')
  const { port, stage, count, question } = workerData
  const reached = (at) => {
    Atomics.store(stage, 0, at)
    Atomics.notify(stage, 0)
  }
  const answerOn = (socket) => new Promise((resolve) => {
    socket.once('data', (data) => resolve(String(data).split('\\r\\n')[0]))
    socket.once('error', (error) => resolve(String(error)))
    socket.once('close', () => resolve('no answer'))
  })
  const sockets = Array.from({ length: count }, () => require('node:net').connect(port, '127.0.0.1'))
  const answers = sockets.map(answerOn)
  const made = sockets.map((socket) => new Promise((resolve) => socket.once('connect', resolve)))
  Promise.all(made).then(async () => {
    reached(1)
    Atomics.wait(stage, 0, 1)
    for (const socket of sockets) socket.write(question)
    reached(3)
    parentPort.postMessage(await Promise.all(answers))
  })
`
const CONNECTED = 1
const ASKING = 2
const ASKED = 3

/** People who ask from a thread of their own, while this one does nothing or is busy. */
function people(url: string, count: number) {
  const stage = new Int32Array(new SharedArrayBuffer(4))
  const question = questionOf('/api/plans', 'Connection: close')
  const workerData = { port: portOf(url), stage, count, question }
  const thread = new Worker(ASKER, { eval: true, workerData })
  const answers = once(thread, 'message').then(([told]) => told as string[])
  /** Stands still until they are there: the server, in this thread, takes nothing meanwhile. */
  const waitFor = (reached: number) => {
    for (let at = Atomics.load(stage, 0); at < reached; at = Atomics.load(stage, 0))
      if (Atomics.wait(stage, 0, at, 20_000) === 'timed-out') throw new Error('Nobody asks')
  }
  const askNow = () => {
    Atomics.store(stage, 0, ASKING)
    Atomics.notify(stage, 0)
  }
  return { answers, waitFor, askNow, end: () => thread.terminate() }
}

function portOf(url: string): number {
  return Number(new URL(url).port)
}

function beBusy(ms: number): void {
  const until = performance.now() + ms
  while (performance.now() < until);
}

async function connectedTo(url: string): Promise<Socket> {
  const socket = connect(portOf(url), '127.0.0.1')
  await once(socket, 'connect')
  return socket
}

/** The lines of the next answer's head. */
async function headOf(socket: Socket): Promise<string[]> {
  const [data] = (await once(socket, 'data')) as [Buffer]
  return data.toString().slice(0, data.indexOf('\r\n\r\n')).split('\r\n')
}

async function ask(url: string, path: string): Promise<string[]> {
  const socket = await connectedTo(url)
  socket.write(questionOf(path))
  return await headOf(socket)
}

it('answers what lies unread while it is too busy to read', async () => {
  const server = await startTestServer()
  const { answers, waitFor, askNow, end } = people(server.url, 1)
  waitFor(CONNECTED)
  const closed = server.close()
  askNow()
  beBusy(600)
  expect(await answers).toEqual([ANSWERED])
  await closed
  await end()
}, 60_000)

it('answers all who had connected and asked, though it takes one connection a turn and is busy', async () => {
  const server = await startTestServer()
  const { answers, waitFor, askNow, end } = people(server.url, 15)
  waitFor(CONNECTED)
  askNow()
  waitFor(ASKED)
  const closed = server.close()
  const turn = setInterval(() => beBusy(40), 1)
  onTestFinished(() => clearInterval(turn))
  expect(await answers).toEqual(Array.from({ length: 15 }, () => ANSWERED))
  clearInterval(turn)
  await closed
  await end()
}, 60_000)

it('is first no longer ready, then refuses until what is under way is answered, and keeps no connection', async () => {
  const server = await startTestServer()
  const underWay = await connectedTo(server.url)
  underWay.write(HALF_A_QUESTION)
  const [earlier, open] = await Promise.all([connectedTo(server.url), connectedTo(server.url)])
  earlier.write(questionOf('/api/plans'))
  expect(await headOf(earlier)).toContain('Connection: keep-alive')
  const closed = server.close()
  earlier.write(questionOf('/readyz'))
  open.write(questionOf('/api/plans'))
  const [readiness, answer] = await Promise.all([headOf(earlier), headOf(open)])
  expect(readiness[0]).toBe(REFUSED)
  expect(answer[0]).toBe(ANSWERED)
  let later: string[]
  do later = await ask(server.url, '/api/plans')
  while (later[0] === ANSWERED)
  expect(later[0]).toBe(REFUSED)
  underWay.write(OTHER_HALF)
  const finished = await headOf(underWay)
  expect(finished[0]).toBe('HTTP/1.1 400 Bad Request')
  for (const head of [readiness, answer, later, finished]) {
    expect(head).toContain('Connection: close')
  }
  await closed
}, 60_000)

it('waits for no connection on which nobody asks, and may be told twice', async () => {
  const server = await startTestServer()
  await connectedTo(server.url)
  const begun = performance.now()
  await Promise.all([server.close(), server.close()])
  expect(performance.now() - begun).toBeLessThan(5_000)
}, 60_000)

it('gives a slow reader the whole of a large answer', async () => {
  const webRoot = await mkdtemp(join(tmpdir(), 'large-web-'))
  await mkdir(join(webRoot, 'assets'))
  await writeFile(join(webRoot, 'assets', 'large.js'), randomBytes(LARGE))
  const server = await startTestServer({ webRoot })
  const question = get(`${server.url}/assets/large.js`, { headers: { 'accept-encoding': 'br' } })
  const [answer] = (await once(question, 'response')) as [IncomingMessage]
  const closed = server.close()
  await setTimeout(1_500)
  let read = 0
  for await (const { length } of answer as AsyncIterable<Buffer>) read += length
  expect(read).toBeGreaterThan(LARGE)
  await closed
  await rm(webRoot, { recursive: true })
}, 60_000)
