import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Snapshots } from '../../../server/deps.ts'
import type { Manifest } from '../../../server/manifest.ts'
import { ProgressAnswers } from '../../../server/reading/progress-answers.ts'
import { openBench, watching, type Bench } from '../../cube/metrics-fixture.ts'
import { readCatalogue } from '../progress/running-server.ts'

const manifest = { ...readCatalogue(), demonstration: null } as unknown as Manifest
const snapshot = { id: 'bench', asOf: '2018-06-30', manifest }

let bench: Bench
let asked: string[]
let answers: ProgressAnswers

beforeAll(async () => {
  bench = await openBench()
})
afterAll(() => bench.close())

function open(): ProgressAnswers {
  asked = []
  const loadMetrics = watching(bench.metrics.load, ({ measures = [] }) => {
    asked.push(measures[0] ?? '')
  })
  const snapshots: Snapshots = { get: () => snapshot, list: () => [snapshot], unreadable: () => [] }
  return new ProgressAnswers({ loadMetrics, snapshots })
}

const firstPage = { plan: '13-5', level: 'province', format: 'json' } as const

it('makes the first pages of every plan before the leader asks', async () => {
  answers = open()
  void answers.prepare(snapshot)
  await answers.prepared()
  expect(asked).toContain('training.trained_persons')
  asked = []
  for (const plan of ['13-5', 'levy-2020'])
    for (const level of ['self', 'province'] as const)
      await answers.get(
        { user: 'a', role: 'leader', region: '000000' },
        { plan, level, format: 'json' },
      )
  expect(asked.filter((measure) => measure !== '')).toEqual([])
})

it('another role is given its own answer', async () => {
  asked = []
  await answers.get({ user: 'b', role: 'evaluator', region: '000000' }, firstPage)
  expect(asked).toContain('training.trained_persons')
})

it('stops between two answers when it is closed', async () => {
  answers = open()
  const prepared = answers.prepare(snapshot)
  await answers.close()
  await prepared
  expect(asked).not.toContain('levy.filings_reaching')
})

it('waits when it is closed for all that was being prepared, not for the last alone', async () => {
  answers = open()
  let isFirstDone = false
  const first = answers.prepare(snapshot).then(() => (isFirstDone = true))
  const second = answers.prepare({ ...snapshot, manifest: { ...manifest, plans: [] } })
  await answers.close()
  expect(isFirstDone).toBe(true)
  await Promise.all([first, second])
})
