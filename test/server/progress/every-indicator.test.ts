import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { planIndicators } from '../../support/plan-indicators.ts'
import { startOnFixture, type Running } from './running-server.ts'

type Words = { zh: string; en: string }
type Entry = {
  code: string
  name: Words
  kind: string
  unit: string
  target: number | null
  comparedWith: string
  levels: string[]
  interpretation: Words | null
  clause: { document: Words; place: string; quote: string }
  definition: Words
  members: { numerator: string; denominator: string | null }
}
type Member = { name: string; title: string; description?: string; meta?: Record<string, string> }
type View = { name: string; measures: Member[]; dimensions: Member[] }

const chinese = /[\u4e00-\u9fff]/
/** Words that would give a number where the document gives none: these must be said to be ours. */
const ours = ['A4', 'B11', 'L10', 'L11', 'L12', 'L13', 'L15']

let running: Running
const entries = new Map<string, Entry>()
let views: View[]

beforeAll(async () => {
  running = await startOnFixture()
  const client = await running.as('leader')
  for (const plan of ['13-5', 'levy-2020', 'three-year-2022']) {
    const { body } = await client(`/api/plans/${plan}/indicators`)
    for (const entry of (body as { indicators: Entry[] }).indicators) entries.set(entry.code, entry)
  }
  views = ((await client('/cubejs-api/v1/meta')).body as { cubes: View[] }).cubes
})
afterAll(() => running.close())

function measure(member: string): Member | undefined {
  const [view] = member.split('.')
  return views.find(({ name }) => name === view)?.measures.find(({ name }) => name === member)
}

function inDetail(member: string): string {
  return member.replace('.', '_detail.')
}

describe.each(planIndicators())('$code', ({ code }) => {
  it('says in the catalogue what it is, where it is promised and how it is counted', () => {
    const entry = entries.get(code)!
    for (const { zh, en } of [entry.name, entry.definition, entry.clause.document]) {
      expect(zh).toMatch(chinese)
      expect(en).toMatch(/^[A-Z]/)
    }
    expect(entry.clause.place).toMatch(chinese)
    expect(entry.clause.quote).toMatch(chinese)
    expect(['cumulative', 'coverage', 'rate', 'stock', 'trend', 'milestone']).toContain(entry.kind)
    expect(['persons', 'units', 'yuan', 'percent']).toContain(entry.unit)
    expect(entry.unit === 'percent').toBe(entry.members.denominator !== null)
    if (ours.includes(code)) expect(entry.interpretation?.zh).toMatch(chinese)
  })

  it('has numerator and denominator as measures of their own in Cube, each explained', () => {
    const { members, levels } = entries.get(code)!
    const names = [members.numerator, members.denominator].filter((name) => name !== null)
    const deep = levels.includes('county') ? names.map(inDetail) : []
    for (const name of [...names, ...deep]) {
      const found = measure(name)
      expect(found, name).toBeDefined()
      expect(found?.title).toMatch(chinese)
      expect(found?.description).toMatch(/依据|单位：/)
      expect(found?.meta?.['en']).toMatch(/^[A-Z]/)
      expect(found?.meta?.['unit']).toMatch(/^(人|人次|个|家|户|元|次|比例)$/)
    }
  })
})
