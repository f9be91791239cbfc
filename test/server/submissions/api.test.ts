import { readXlsx } from 'hucre'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { RunningServer } from '../../../server/main.ts'
import { type Client, password, signedIn, startProduct, type User } from '../../support/product.ts'
import { writeSubmittedInbox } from '../../support/submitted-inbox.ts'
import { load, temporaryFolder } from '../../support/warehouses.ts'

const QUARTER = '/api/submissions/440000/2018Q2'

let folder: string
let server: RunningServer
const clients = new Map<User, Client>()

beforeAll(async () => {
  folder = await temporaryFolder('submissions')
  await writeSubmittedInbox(join(folder, 'inbox'))
  await load(join(folder, 'inbox'), join(folder, 'warehouse'))
  server = await startProduct(join(folder, 'warehouse'))
  for (const user of ['leader', 'supervisor-440000', 'evaluator'] as const)
    clients.set(user, await signedIn(server.url, user))
})

afterAll(async () => {
  await server.close()
  await rm(folder, { recursive: true })
})

type Calendar = {
  counts: { quarter: string; due: number }[]
  units: { code: string; quarters: { state: string; sentWith: string | null }[] }[]
  misplaced: { path: string }[]
}

async function ask(user: User, path: string) {
  const client = clients.get(user)
  if (!client) throw new Error(`${user} has not signed in`)
  return client(path)
}

async function calendar(user: User): Promise<Calendar> {
  return (await ask(user, '/api/submissions')).body as Calendar
}

describe('the calendar', () => {
  it.each([
    ['440000', ['received', 'partly_refused']],
    ['110000', ['late', 'received']],
    ['330000', ['received', 'missing']],
    ['660000', ['missing', 'missing']],
  ])('tells what became of the quarters of %s', async (code, states) => {
    const { units } = await calendar('leader')
    const found = units.find((unit) => unit.code === code)
    expect(found?.quarters.map(({ state }) => state)).toEqual(states)
  })

  it('names the quarter with which a late one came', async () => {
    const { units } = await calendar('leader')
    const found = units.find(({ code }) => code === '110000')
    expect(found?.quarters.map(({ sentWith }) => sentWith)).toEqual(['2018Q2', null])
  })

  it('counts the 32 units due, and the federation not among them', async () => {
    const { counts, units } = await calendar('evaluator')
    expect(counts).toEqual(
      [
        ...[{ quarter: '2018Q1', due: 32, received: 2, late: 1, missing: 29 }],
        ...[{ quarter: '2018Q2', due: 32, received: 1, partly_refused: 1, missing: 30 }],
      ].map((count) => ({ partly_refused: 0, refused: 0, late: 0, ...count })),
    )
    expect(units.map(({ code }) => code)).toContain('000000')
  })

  it('shows a supervisor the own unit beside the counts of all', async () => {
    const { units, counts, misplaced } = await calendar('supervisor-440000')
    expect(units.map(({ code }) => code)).toEqual(['440000'])
    expect(counts[0]?.due).toBe(32)
    expect(misplaced).toEqual([])
  })

  it('shows evaluators the files that are nobody’s', async () => {
    const { misplaced } = await calendar('evaluator')
    expect(misplaced).toMatchObject([{ path: '2018Q2/990000/service.csv' }])
  })
})

describe('who may see a unit’s files', () => {
  const paths = ['', '/quarantine', '/mend-list']
  const refused: [User, string][] = [
    ['leader', '440000'],
    ['supervisor-440000', '110000'],
    ['supervisor-440000', '000000'],
  ]

  it.each(refused)('%s is refused those of %s, in words', async (user, unit) => {
    for (const path of paths) {
      const { status, body } = await ask(user, `/api/submissions/${unit}/2018Q2${path}`)
      expect(status).toBe(403)
      expect(body).toMatchObject({ code: 'no_permission' })
    }
  })

  it.each(['supervisor-440000', 'evaluator'] as const)('%s sees those of 440000', async (user) => {
    for (const path of paths.slice(0, 2)) expect((await ask(user, QUARTER + path)).status).toBe(200)
  })

  it('refuses leaders the records on Cube’s own interface too', async () => {
    const query = { dimensions: ['quarantine_list.shown_value'] }
    const path = `/cubejs-api/v1/load?query=${encodeURIComponent(JSON.stringify(query))}`
    expect((await ask('leader', path)).status).toBe(403)
    expect((await ask('evaluator', path)).status).toBe(200)
  })

  it.each(['/api/submissions/440101/2018Q2', '/api/submissions/999999/2018Q2'])(
    'knows no unit at %s',
    async (path) => {
      expect((await ask('evaluator', path)).status).toBe(404)
    },
  )

  it.each(['/api/submissions/440000/2018Q5', `${QUARTER}?sort=x`, `${QUARTER}/quarantine?page=0`])(
    'says what is wrong with %s',
    async (path) => {
      const { status, body } = await ask('evaluator', path)
      expect(status).toBe(400)
      expect(body).toMatchObject({ code: 'bad_request' })
    },
  )
})

describe('a unit’s quarter', () => {
  type Detail = {
    files: Record<string, string | number | null>[]
    history: { extract: string; files: { path: string; rowsStanding: number }[] }[]
  }
  const detail = async () => (await ask('evaluator', QUARTER)).body as Detail

  it('accounts for every row of every file', async () => {
    const { files } = await detail()
    const rows = files.map((file) => [
      ...[file['name'], file['fate'], file['rowsRead'], file['rowsStanding']],
      ...[file['rowsQuarantined'], file['rowsSuperseded'], file['rowsRetracted']],
    ])
    expect(rows).toEqual([
      ['registration-02.csv', 'accepted', 3, 1, 2, 0, 0],
      ['service.csv', 'accepted', 1, 1, 0, 0, 0],
      ['training.csv', 'refused', 0, 0, 0, 0, 0],
      ['名单.xlsx', 'refused', 0, 0, 0, 0, 0],
    ])
  })

  it('says why a file was refused, and what each one is', async () => {
    const { files } = await detail()
    expect(files[2]?.['reason']).toContain('培训类别')
    expect(files[3]).toMatchObject({ extract: null, form: null })
    expect(files[0]?.['sha256']).toMatch(/^[0-9a-f]{64}$/)
    expect(files[0]).toMatchObject({ form: 'csv', encoding: 'utf-8' })
  })

  it('shows what a later file has replaced', async () => {
    const { history } = await detail()
    const registrations = history.find(({ extract }) => extract === 'registration')
    expect(registrations?.files.map(({ path, rowsStanding }) => [path, rowsStanding])).toEqual([
      ['2018Q2/440000/registration-02.csv', 1],
      ['2018Q1/440000/registration.csv', 2],
    ])
  })

  it('counts records without a registration', async () => {
    expect(await detail()).toMatchObject({ unmatched: [{ extract: 'service', records: 1 }] })
  })

  it('offers no upload where the server knows no inbox', async () => {
    expect((await ask('supervisor-440000', QUARTER)).body).toMatchObject({ sendable: [] })
    const { status } = await ask('supervisor-440000', `${QUARTER}/uploads/none`)
    expect(status).toBe(404)
  })
})

describe('the quarantine', () => {
  const path = '2018Q2/440000/registration-02.csv'

  it('names file, line, column, rule and value', async () => {
    const { body } = await ask('supervisor-440000', `${QUARTER}/quarantine`)
    expect(body).toMatchObject({
      faults: 2,
      records: 2,
      rows: [
        { path, line: 3, column: '性别', value: '=1+1' },
        { path, line: 4, column: '登记日期', value: '昨天' },
      ],
    })
  })

  it('is filtered by rule and by file', async () => {
    const { body } = await ask('evaluator', QUARTER)
    const [first] = (body as { rules: { rule: string }[] }).rules
    const asked = new URLSearchParams({ rule: first?.rule ?? '', file: path })
    const { body: found } = await ask('evaluator', `${QUARTER}/quarantine?${asked.toString()}`)
    expect(found).toMatchObject({ faults: 1, rows: [{ rule: first?.rule }] })
    const { body: none } = await ask('evaluator', `${QUARTER}/quarantine?file=other`)
    expect(none).toMatchObject({ faults: 0, rows: [] })
  })

  it('is empty beyond its last page', async () => {
    const { body } = await ask('evaluator', `${QUARTER}/quarantine?page=2`)
    expect(body).toMatchObject({ faults: 2, rows: [] })
  })

  it('is taken away as a workbook in which nothing runs', async () => {
    const session = await fetch(`${server.url}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ user: 'supervisor-440000', password }),
    })
    const { token } = (await session.json()) as { token: string }
    const answer = await fetch(`${server.url}${QUARTER}/mend-list`, {
      headers: { authorization: `Bearer ${token}` },
    })
    expect(answer.headers.get('content-disposition')).toContain('mend-list-440000-2018Q2.xlsx')
    const book = await readXlsx(new Uint8Array(await answer.arrayBuffer()))
    const rows = book.sheets[0]?.rows ?? []
    expect(rows[1]).toEqual(['文件', '行号', '列名', '不符合的规则', '原值'])
    expect(rows.slice(2).map(([name, line]) => [name, line])).toEqual([
      ['training.csv', ''],
      ['名单.xlsx', ''],
      ['registration-02.csv', 3],
      ['registration-02.csv', 4],
    ])
    expect(rows[4]?.[4]).toBe("'=1+1")
  })
})
