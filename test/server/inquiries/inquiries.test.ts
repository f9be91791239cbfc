import { appendFile, readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { openDesk, type Desk, type Who } from './desk.ts'

type Inquiry = {
  id: string
  state: string
  version: number
  overdue: boolean
  entries: { event: string; holds: boolean | null; figure: { actual: number | null } | null }[]
}

let desk: Desk

beforeAll(async () => {
  vi.stubEnv('PSEUDONYM_KEY', 'only for tests '.repeat(3))
  desk = await openDesk()
})
afterAll(async () => {
  await desk.stop()
  await rm(desk.folder, { recursive: true })
  vi.unstubAllEnvs()
})

const dueOn = new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10)
const question = { plan: '13-5', indicator: 'A1', region: '440106', dueOn, text: '为何偏低？' }

async function asked(changes: object = {}): Promise<Inquiry> {
  const { status, body } = await desk.ask('guangdong', '/api/inquiries', {
    ...question,
    ...changes,
  })
  expect(status).toBe(201)
  return body as unknown as Inquiry
}

async function listed(who: Who): Promise<Inquiry[]> {
  return (await desk.ask(who, '/api/inquiries')).body['inquiries'] as Inquiry[]
}

async function found(id: string): Promise<Inquiry> {
  const one = (await listed('guangdong')).find((inquiry) => inquiry.id === id)
  if (one === undefined) throw new Error(`${id} is not listed`)
  return one
}

async function answer(id: string, claim: object, version = 1, who: Who = 'tianhe') {
  const body = { text: '已核对', claim, version }
  return desk.ask(who, `/api/inquiries/${id}/answers`, body)
}

/** Once the load under way has been taken up, the inquiry in another state. */
async function settled(id: string): Promise<Inquiry> {
  for (;;) {
    const inquiry = await found(id)
    if (inquiry.state !== 'answered') return inquiry
    await wait(100)
  }
}

describe('who may ask', () => {
  it.each([
    ['leader', {}, 403],
    ['evaluator', {}, 403],
    ['tianhe', {}, 403],
    ['beijing', {}, 403],
    ['guangdong', { region: '110101' }, 403],
    ['guangdong', { region: '440000' }, 400],
    ['guangdong', { region: '440106-self' }, 400],
    ['guangdong', { region: '999999' }, 404],
    ['guangdong', { plan: 'none' }, 404],
    ['guangdong', { indicator: 'Z9' }, 404],
    ['guangdong', { indicator: 'B6' }, 400],
    ['guangdong', { dueOn: '2018-06-30' }, 400],
    ['guangdong', { dueOn: 'soon' }, 400],
    ['guangdong', { text: ' ' }, 400],
    ['guangdong', { text: '请核实 44010619850405002X 的记录' }, 400],
    ['guangdong', { text: '电话 138-0013-8000' }, 400],
    ['guangdong', { more: 1 }, 400],
  ] as const)('%s with %o is answered with %i', async (who, changes, status) => {
    const refused = await desk.ask(who, '/api/inquiries', { ...question, ...changes })
    expect(refused.status).toBe(status)
    expect(await listed('evaluator')).toEqual([])
  })
})

describe('who may read and write', () => {
  it('only those whose region it lies in, and those who see all', async () => {
    const { id } = await asked()
    const seen = async (who: Who) => (await listed(who)).some((inquiry) => inquiry.id === id)
    for (const who of ['leader', 'evaluator', 'guangdong', 'guangzhou', 'tianhe'] as const)
      expect(await seen(who), who).toBe(true)
    for (const who of ['beijing', 'yuexiu'] as const) expect(await seen(who), who).toBe(false)
    for (const who of ['beijing', 'yuexiu'] as const)
      expect((await answer(id, { kind: 'stands' }, 1, who)).status, who).toBe(404)
    for (const who of ['leader', 'evaluator', 'guangdong'] as const)
      expect((await answer(id, { kind: 'stands' }, 1, who)).status, who).toBe(403)
    const decision = { text: '办结', decision: 'closed', version: 1 }
    const decide = (who: Who) => desk.ask(who, `/api/inquiries/${id}/decisions`, decision)
    for (const who of ['tianhe', 'leader', 'evaluator'] as const)
      expect((await decide(who)).status, who).toBe(403)
    expect((await decide('beijing')).status).toBe(404)
    expect((await decide('guangdong')).status).toBe(201)
    expect((await decide('guangdong')).status).toBe(409)
  })

  it.each([
    '/api/progress?plan=13-5&region=440106',
    '/api/series?plan=13-5&indicator=A1&region=440106',
    '/api/regions/440106',
    '/api/submissions',
    '/cubejs-api/v1/meta',
    '/cubejs-api/v1/load?query={"measures":["training.trained_persons"]}',
  ])('a respondent is refused %s', async (path) => {
    const { status, body } = await desk.ask('tianhe', path)
    expect([status, body['code']]).toEqual([403, 'no_permission'])
  })
})

describe('answers', () => {
  it('that cannot be tested are refused', async () => {
    const { id } = await asked()
    expect((await answer(id, { kind: 'reported' })).status).toBe(400)
    expect((await answer(id, { kind: 'corrected' })).status).toBe(400)
    expect((await answer(id, { kind: 'sure' })).status).toBe(400)
  })

  it('at the same time: one is kept, the other is told that it came second', async () => {
    const { id } = await asked()
    const both = [answer(id, { kind: 'stands' }), answer(id, { kind: 'corrected', value: 9 })]
    expect((await Promise.all(both)).map(({ status }) => status).sort()).toEqual([201, 409])
    expect((await found(id)).entries).toHaveLength(2)
  })

  it('are put to the test by the next load, and closed or opened again', async () => {
    const [right, wrong, stands, silent] = [
      await asked(),
      await asked(),
      await asked(),
      await asked(),
    ]
    await answer(right.id, { kind: 'corrected', value: 3 })
    await answer(wrong.id, { kind: 'corrected', value: 5 })
    await answer(stands.id, { kind: 'stands' })
    expect((await found(right.id)).state).toBe('answered')
    await desk.load(3)
    const states = [right, wrong, stands].map(async ({ id }) => (await settled(id)).state)
    expect(await Promise.all(states)).toEqual(['closed', 'open', 'open'])
    expect((await found(silent.id)).state).toBe('open')
    const last = (await found(wrong.id)).entries.at(-1)
    expect(last).toMatchObject({ event: 'retested', holds: false, figure: { actual: 3 } })
  })
})

describe('what is kept', () => {
  it('is there after a restart, and after a crash in the middle of a line', async () => {
    const before = await listed('evaluator')
    await appendFile(join(desk.folder, 'warehouse/inquiries/journal.jsonl'), '{"event":"answ')
    const told = vi.spyOn(process.stderr, 'write').mockImplementation(() => true)
    await desk.restart()
    expect(told.mock.calls.join()).toContain('journal.jsonl')
    told.mockRestore()
    expect(await listed('evaluator')).toEqual(before)
    await asked()
    await desk.restart()
    expect(await listed('evaluator')).toHaveLength(before.length + 1)
  })

  it('is audited without its words', async () => {
    const folder = join(desk.folder, 'warehouse/audit')
    const [file = ''] = await readdir(folder)
    const text = await readFile(join(folder, file), 'utf8')
    for (const event of ['asked', 'answered', 'closed', 'retested'])
      expect(text).toContain(`"event":"inquiry_${event}"`)
    expect(text).not.toContain('偏低')
  })
})
