import { afterAll, beforeAll, expect, test } from 'vitest'
import { startOnFixture, type Running } from '../progress/running-server.ts'

type Counted = { numerator: number | null; denominator: number | null }
type Evidence = {
  figure: Counted & { actual: number; parts: Counted[] }
  breakdowns: { reason: string | null; of: { name: string; rows: Counted[] }[] }
  sql: { text: string; parameters: string[] }
  query: { measures: string[] }
  units: { due: number; readable: number }
  files: { path: string; sha256: string }[]
  extracts: unknown[]
}

let running: Running
beforeAll(async () => {
  running = await startOnFixture()
})
afterAll(() => running.close())

async function evidence(user: string, about: string): Promise<Evidence> {
  const client = await running.as(user)
  const { status, body } = await client(`/api/evidence?plan=13-5&${about}`)
  expect(status).toBe(200)
  return body as Evidence
}

function sum(rows: Counted[], part: keyof Counted): number {
  return rows.reduce((total, row) => total + (row[part] ?? 0), 0)
}

test.each(['indicator=A1&region=000000', 'indicator=A1&region=440000'])(
  '%s: the regions below, and every breakdown, add up to the figure',
  async (about) => {
    const { figure, breakdowns } = await evidence('evaluator', about)
    expect(sum(figure.parts, 'numerator')).toBe(figure.numerator)
    expect(sum(figure.parts, 'denominator')).toBe(figure.denominator ?? 0)
    expect(breakdowns.of.length).toBeGreaterThan(0)
    for (const { rows } of breakdowns.of) {
      expect(sum(rows, 'numerator')).toBe(figure.numerator)
      expect(sum(rows, 'denominator')).toBe(figure.denominator ?? 0)
    }
  },
)

test('the query and its SQL are those of the figure', async () => {
  const { query, sql } = await evidence('evaluator', 'indicator=A1')
  expect(query.measures).toEqual(['training.trained_persons'])
  expect(sql.text).toMatch(/^SELECT[^]*trained_person/i)
  expect(sql.parameters).toContain('A1')
})

test('files are read by evaluators, of the own unit by its supervisor, by no leader', async () => {
  const files = async (user: string, region = '000000') => {
    const { units, files: found } = await evidence(user, `indicator=A1&region=${region}`)
    return { ...units, files: found.map(({ path }) => path) }
  }
  const all = ['2018Q2/110000/training.csv']
  expect(await files('evaluator')).toEqual({ due: 3, readable: 3, files: all })
  expect(await files('leader')).toEqual({ due: 3, readable: 0, files: [] })
  expect(await files('supervisor-440000')).toEqual({ due: 3, readable: 1, files: [] })
  expect(await files('supervisor-440000', '440000')).toEqual({ due: 1, readable: 1, files: [] })
})

test('a supervisor gets no breakdown of the nation, and nothing of another province', async () => {
  const { breakdowns } = await evidence('supervisor-440000', 'indicator=A1&region=000000')
  expect(breakdowns).toEqual({ reason: 'no_permission', of: [] })
  const client = await running.as('supervisor-440000')
  const { status } = await client('/api/evidence?plan=13-5&indicator=A1&region=110000')
  expect(status).toBe(403)
})

test('to whom no file is open, no rows are counted as 0', async () => {
  expect((await evidence('leader', 'indicator=A1')).extracts).toEqual([])
  expect((await evidence('evaluator', 'indicator=A1')).extracts).not.toEqual([])
})
