import fc from 'fast-check'
import { expect, it } from 'vitest'
import { restatements } from '../../../server/reading/restatements.ts'
import type { Snapshot } from '../../../server/snapshots.ts'

function snapshot(id: string, ruleVersion: string, files: string[]): Snapshot {
  const manifest = { ruleVersion, files: files.map((sha256) => ({ path: sha256, sha256 })) }
  return { id, asOf: '2018-06-30', manifest } as unknown as Snapshot
}

const causes = (all: Snapshot[], from: Snapshot, to: Snapshot) =>
  restatements(all, from, to).map(({ snapshot: { id }, cause }) => [id, cause])

const before = snapshot('before', 'r1', ['a', 'b'])
const corrected = snapshot('corrected', 'r1', ['a', 'c'])
const recounted = snapshot('recounted', 'r2', ['b', 'a'])
const both = snapshot('both', 'r2', ['a', 'c'])

it('other files under the same rules restate facts', () => {
  expect(causes([], before, corrected)).toEqual([['corrected', 'restated_facts']])
})

it('other rules on the same files, in whatever order, change the counting', () => {
  expect(causes([], before, recounted)).toEqual([['recounted', 'rule_changed']])
})

it('both at once are one step, where no dataset tells them apart', () => {
  expect(causes([before, both], before, both)).toEqual([['both', 'restated_and_rule_changed']])
})

it('a dataset between the two tells them apart, whichever came first', () => {
  expect(causes([recounted], before, both)).toEqual([
    ['recounted', 'rule_changed'],
    ['both', 'restated_facts'],
  ])
  expect(causes([corrected], before, both)).toEqual([
    ['corrected', 'restated_facts'],
    ['both', 'rule_changed'],
  ])
})

it('leads from any dataset to any other, and nowhere from one to itself', () => {
  const known = fc.constantFrom(before, corrected, recounted, both)
  fc.assert(
    fc.property(
      known,
      known,
      fc.subarray([before, corrected, recounted, both]),
      (from, to, all) => {
        const steps = restatements(all, from, to)
        expect(steps.at(-1)?.snapshot ?? from).toBe(to)
        expect(steps.length).toBeLessThanOrEqual(2)
        expect(new Set(steps.map(({ cause }) => cause)).size).toBe(steps.length)
      },
    ),
  )
})
