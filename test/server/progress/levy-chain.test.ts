import { expect, test } from 'vitest'
import { chainRow } from '../../../server/progress/levy-chain.ts'

const counts = { income: 400, spending: 100, directSpending: 30, persons: 4 }
const both = { money: true, persons: true }

test('the cost of a job is spending over the people placed', () => {
  expect(chainRow(counts, both)).toMatchObject({
    spendingRate: 0.25,
    costPerJob: 25,
    directCostPerJob: 7.5,
    mismatch: null,
  })
})

test.each([
  ['money and nobody', { ...counts, persons: 0 }, 'money_without_people', null],
  ['people and no money', { ...counts, spending: 0 }, 'people_without_money', 0],
  ['neither', { ...counts, spending: 0, persons: 0 }, null, null],
])('%s', (_, found, mismatch, costPerJob) => {
  expect(chainRow(found, both)).toMatchObject({ mismatch, costPerJob })
})

test('what was not reported is null with its reason, and no mismatch', () => {
  const row = chainRow({ ...counts, persons: 0 }, { money: true, persons: false })
  expect(row).toMatchObject({ persons: null, costPerJob: null, mismatch: null, spending: 100 })
  expect(row.reasons).toEqual({ money: null, persons: 'no_data' })
})
