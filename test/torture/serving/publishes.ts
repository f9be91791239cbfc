import { removeOldSnapshots } from '../../../etl/retention.ts'
import { loadPath, startTestServer, type TestServer } from '../../server/server-fixture.ts'
import { publish } from '../../server/warehouse-fixture.ts'

interface Readers {
  pages: number
  answers: number
  /** The address and status of every answer that is no 200, and of every question that got none. */
  failed: string[]
  /** Pages with answers from another snapshot than the one they were opened on. */
  mixed: number
  /** How many snapshots pages were opened on. */
  snapshots: number
  /** 99 of 100 answers come within so many ms: while nothing is published, and while it is. */
  calm: number
  busy: number
}

const accounts = ['leader', 'supervisor-440000', 'evaluator']
/** How long a page is looked at. */
const looks_ms = 200
const kept = { snapshots: 12, days: 0 }
const page = [
  loadPath({ measures: ['training.trained_persons'] }),
  loadPath({ measures: ['placement.placed_persons'], dimensions: ['placement.province_code'] }),
  loadPath({ dimensions: ['regions.name'], limit: 40 }),
  '/cubejs-api/v1/meta?',
]

/** Publishes `count` snapshots, as a load does with those it removes, while `users` people open pages. */
export async function readWhilePublished(count: number, users: number): Promise<Readers> {
  const server = await startTestServer()
  try {
    const tokens = await Promise.all(accounts.map((name) => server.tokenOf(name)))
    const reading = readersOf(server, tokens, users)
    await settled(reading, users)
    reading.isBusy = true
    for (let at = 1; at <= count; at += 1) await publishNext(server, at, tokens[0])
    reading.isOver = true
    await Promise.all(reading.people)
    return counted(reading)
  } finally {
    await server.close()
  }
}

interface Reading {
  isBusy: boolean
  isOver: boolean
  people: Promise<void>[]
  pages: { opened: string; shown: (string | null)[] }[]
  failed: string[]
  calm: number[]
  busy: number[]
}

function readersOf(server: TestServer, tokens: string[], users: number): Reading {
  const reading: Reading = {
    ...{ isBusy: false, isOver: false, people: [], pages: [], failed: [], calm: [], busy: [] },
  }
  reading.people = Array.from({ length: users }, (_, at) =>
    readPages(server, tokens[at % tokens.length] ?? '', reading),
  )
  return reading
}

async function readPages(server: TestServer, token: string, reading: Reading): Promise<void> {
  while (!reading.isOver) {
    const listed = await asked(server, { path: '/api/snapshots', token }, reading)
    if (listed === null) continue
    const { current } = (await listed.json()) as { current: string }
    const shown = page.map(async (path) => {
      const answer = await asked(server, { path: `${path}&snapshot=${current}`, token }, reading)
      await answer?.arrayBuffer()
      return answer?.headers.get('x-snapshot') ?? null
    })
    reading.pages.push({ opened: current, shown: await Promise.all(shown) })
    await new Promise((resolve) => setTimeout(resolve, looks_ms))
  }
}

async function asked(
  server: TestServer,
  { path, token }: { path: string; token: string },
  reading: Reading,
): Promise<Response | null> {
  const begun = performance.now()
  const times = reading.isBusy ? reading.busy : reading.calm
  try {
    const answer = await server.get(path, token)
    times.push(performance.now() - begun)
    if (answer.status === 200) return answer
    reading.failed.push(`${path}: ${answer.status} ${await answer.text()}`)
  } catch (error) {
    const { cause } = error as { cause?: unknown }
    reading.failed.push(`${path}: ${String(error)} (${String(cause)})`)
  }
  return null
}

/** Waits until everybody has read the model and a page or two. */
async function settled(reading: Reading, users: number): Promise<void> {
  while (reading.pages.length < 2 * users) await new Promise((resolve) => setTimeout(resolve, 50))
  reading.calm.splice(0, reading.calm.length / 2)
}

async function publishNext(server: TestServer, at: number, token?: string): Promise<void> {
  const id = `2018Q2-${(0x10000000 + at).toString(16)}`
  await publish(server.warehouse, id, { publishedAt: new Date().toISOString() })
  removeOldSnapshots(server.warehouse, kept)
  for (;;) {
    const answer = await server.get('/api/snapshots', token)
    if (((await answer.json()) as { current: string }).current === id) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

function counted({ pages, failed, calm, busy }: Reading): Readers {
  const isMixed = ({ opened, shown }: Reading['pages'][number]) =>
    shown.some((one) => one !== null && one !== opened)
  return {
    ...{ pages: pages.length, answers: calm.length + busy.length, failed },
    ...{ mixed: pages.filter(isMixed).length, calm: slowest(calm), busy: slowest(busy) },
    snapshots: new Set(pages.map(({ opened }) => opened)).size,
  }
}

function slowest(times: number[]): number {
  const sorted = times.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length * 0.99)] ?? 0
}
