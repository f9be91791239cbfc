import { Worker } from 'node:worker_threads'
import { expect, it } from 'vitest'

import { startTestServer } from './server-fixture.ts'

/** Connects, waits to be woken, asks, and tells the first line of the answer. */
const ASKER = `
  const { parentPort, workerData } = require('node:worker_threads')
  const { port, woken } = workerData
  const socket = require('node:net').connect(Number(port), '127.0.0.1', () => {
    parentPort.postMessage('connected')
    Atomics.wait(woken, 0, 0)
    socket.write('GET /api/plans HTTP/1.1\\r\\nHost: localhost\\r\\nConnection: close\\r\\n\\r\\n')
  })
  socket.once('data', (data) => parentPort.postMessage(String(data).split('\\r\\n')[0]))
  socket.once('error', (error) => parentPort.postMessage(String(error)))
`

it('answers what lies unread while it is too busy to read, and refuses only what comes later', async () => {
  const server = await startTestServer()
  const woken = new Int32Array(new SharedArrayBuffer(4))
  const { port } = new URL(server.url)
  const asker = new Worker(ASKER, { eval: true, workerData: { port, woken } })
  const told = () => new Promise<string>((resolve) => asker.once('message', resolve))
  expect(await told()).toBe('connected')
  const answer = told()
  const closed = server.close()
  Atomics.store(woken, 0, 1)
  Atomics.notify(woken, 0)
  const until = performance.now() + 600
  while (performance.now() < until);
  expect(await answer).toBe('HTTP/1.1 401 Unauthorized')
  await closed
  await asker.terminate()
}, 60_000)
