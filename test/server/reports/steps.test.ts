import { expect, test } from 'vitest'
import type { ReportRecord } from '../../../server/reports/record.ts'
import { stepped, stepsFrom } from '../../../server/reports/steps.ts'

const texts = { problems: '', causes: '', suggestions: '' }
const order = {
  kind: 'midterm',
  plan: '13-5',
  region: '000000',
  asOf: '2018-06-30',
  snapshot: 'one',
} as const
const draft: ReportRecord = {
  ...{
    form: 1,
    id: 'one',
    order,
    title: '',
    regionName: '',
    ruleVersion: '1',
    demonstration: true,
  },
  ...{
    state: 'draft',
    texts,
    limit: 3000,
    narrative: 0,
    author: 'wang',
    history: [],
    hash: '',
    revision: 1,
  },
}
const both = ['wang', 'li']

function step(record: ReportRecord, to: ReportRecord['state'], user: string, evaluators = both) {
  return stepped(record, { to, user, at: '2018-07-10T00:00:00.000Z', evaluators })
}

test('draft, review, approval by another, lock; then no step is left', () => {
  const sent = step(draft, 'under_review', 'wang')
  const locked = step(step(sent, 'approved', 'li'), 'locked', 'wang')
  expect(locked.history.map(({ to, user, alone }) => [to, user, alone])).toEqual([
    ['under_review', 'wang', false],
    ['approved', 'li', false],
    ['locked', 'wang', false],
  ])
  expect(locked.revision).toBe(4)
  expect(stepsFrom(locked, 'li', both)).toEqual([])
  expect(() => step(locked, 'draft', 'li')).toThrow('状态')
})

test('an author does not review the own report, unless there is nobody else', () => {
  const sent = step(draft, 'under_review', 'wang')
  expect(stepsFrom(sent, 'wang', both)).toEqual(['draft'])
  expect(() => step(sent, 'approved', 'wang')).toThrow('审核人')
  expect(step(sent, 'approved', 'wang', ['wang']).history.at(-1)?.alone).toBe(true)
})

test('no step is left out', () => {
  expect(() => step(draft, 'approved', 'li')).toThrow()
  expect(() => step(draft, 'locked', 'li')).toThrow()
})
