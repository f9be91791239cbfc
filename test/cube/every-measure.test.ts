import { afterAll, beforeAll, expect, it } from 'vitest'
import { facts } from './facts.ts'
import { openBench, type Bench } from './metrics-fixture.ts'

let bench: Bench
beforeAll(async () => {
  bench = await openBench()
})
afterAll(() => bench.close())

/** Views of no figure by region: their measures are compared in the tests named. */
const elsewhere = {
  'figures.test.ts': [
    'targets',
    'regions',
    'basis_years',
    'submissions',
    'reporting',
    'data_quality',
    'households_missing',
    'unmatched',
  ],
  'institutions.test.ts': ['duplicate_pairs'],
  'profiles.test.ts': ['person_profiles'],
  'test/server/reading/target-ledger.test.ts': ['target_versions'],
  'test/server/submissions/mend-list.test.ts': ['quarantine_list'],
}

it('compares every measure of Cube’s meta with plain SQL', async () => {
  const { cubes } = await bench.metrics.meta({
    user: 'x',
    role: 'evaluator',
    region: '000000',
    snapshot: 'bench',
  })
  const compared = new Set(
    facts.flatMap(({ view, measures }) => named(view, Object.keys(measures))),
  )
  const others = new Set(Object.values(elsewhere).flat())
  const measures = cubes.flatMap(({ measures }) => measures.map(({ name }) => name))
  const missing = measures.filter((name) => {
    const [view = '', measure = ''] = name.split('.')
    const figure = view.replace(/_(detail|by_institution)$/, '')
    return !others.has(figure) && !compared.has(`${figure}.${measure}`)
  })
  expect(measures.length).toBeGreaterThan(100)
  expect(missing).toEqual([])
})

function named(view: string, measures: string[]): string[] {
  return measures.map((measure) => `${view}.${measure}`)
}
