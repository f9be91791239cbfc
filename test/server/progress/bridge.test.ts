import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  bridgeLines,
  contribution,
  type BridgeLine,
  type BridgeState,
} from '../../../server/progress/bridge.ts'
import type { Counted } from '../../../server/progress/roll-up.ts'

type Counts = Record<string, Counted | null>

const count = (numerator: number): Counted => ({ numerator, denominator: null })
const ratio = (numerator: number, denominator: number): Counted => ({ numerator, denominator })
const part = (region: string, counted: Counted | null) => ({
  region,
  regionName: region,
  regionLevel: 'province' as const,
  counted,
})

function state(day: string, whole: Counted | null, parts: Counts, target = 1000): BridgeState {
  return {
    snapshot: 'one',
    day,
    actual: null,
    target,
    expected: target / 2,
    reason: null,
    whole: part('000000', whole),
    parts: Object.entries(parts).map(([region, counted]) => part(region, counted)),
  }
}

function between(from: BridgeState, to: BridgeState): BridgeLine[] {
  return bridgeLines([{ facts: 'new_facts', line: 'time_passed', from, to }])
}

const seen = (lines: BridgeLine[]) =>
  lines.map(({ kind, region, numerator }) => [kind, region, numerator])

test('the worked example: 700 to 1,000, of which A 250, B 40, and 10 in no child', () => {
  const from = state('2018-03-31', count(700), { A: count(500), B: count(200) })
  const to = state('2018-06-30', count(1000), { A: count(750), B: count(240) })
  expect(seen(between(from, to))).toEqual([
    ['new_facts', 'A', 250],
    ['new_facts', 'B', 40],
    ['new_facts', '000000', 10],
  ])
})

test('what a part adds to a ratio beyond what its denominator brought: 80 of 140 after 50 of 100', () => {
  const ends = { from: ratio(50, 100), to: ratio(80, 140) }
  expect(contribution(30, 40, ends)).toBeCloseTo(80 / 140 - 0.5, 12)
  expect(contribution(0, 0, ends)).toBe(0)
})

test('a unit with data at one end only brings no new facts', () => {
  const from = state('2018-03-31', count(5), { A: count(5), B: null })
  const to = state('2018-06-30', count(9), { A: null, B: count(9) })
  expect(seen(between(from, to))).toEqual([
    ['not_reported', 'A', -5],
    ['first_reported', 'B', 9],
  ])
})

test('a region that has passed leaves, the one it lies in gains', () => {
  const from = state('2018-12-31', count(7), { A: count(7) })
  const to = state('2019-01-31', count(7), { B: count(7) })
  expect(seen(between(from, to))).toEqual([
    ['region_changed', 'B', 7],
    ['region_changed', 'A', -7],
  ])
})

test('a revised target is a line of its own', () => {
  const from = state('2018-06-30', count(7), {}, 1000)
  const to = state('2018-06-30', count(7), {}, 1200)
  const [line] = bridgeLines([{ facts: 'restated_facts', line: 'target_revised', from, to }])
  expect(line).toMatchObject({ kind: 'target_revised', target: 200, expected: 100, actual: 0 })
})

const counted = fc.option(
  fc.tuple(fc.nat(90_000), fc.nat(9000)).map(([n, more]) => ratio(n, n + more)),
)
const parts = fc.dictionary(fc.constantFrom('A', 'B', 'C', 'D', 'E'), counted)

function wholeOf(found: Counts, rest: number): Counted {
  const all = Object.values(found)
  const sum = (pick: (one: Counted) => number | null) =>
    all.reduce((total, one) => total + (one === null ? 0 : (pick(one) ?? 0)), rest)
  return ratio(
    sum((one) => one.numerator),
    sum((one) => one.denominator),
  )
}

test('property: the lines add up to what lies between the ends, to the last person', () => {
  fc.assert(
    fc.property(parts, parts, parts, fc.nat(9), (a, b, c, rest) => {
      const states = [a, b, c].map((found, at) =>
        state(`2018-0${at + 1}-01`, wholeOf(found, at === 1 ? rest : 0), found),
      )
      const [one, two, three] = states as [BridgeState, BridgeState, BridgeState]
      const lines = bridgeLines([
        { facts: 'restated_facts', line: 'target_revised', from: one, to: two },
        { facts: 'new_facts', line: 'time_passed', from: two, to: three },
      ])
      const sum = (pick: (line: BridgeLine) => number | null) =>
        lines.reduce((total, line) => total + (pick(line) ?? 0), 0)
      const [from, to] = [one.whole.counted, three.whole.counted] as [Counted, Counted]
      const value = ({ numerator, denominator }: Counted) =>
        denominator ? numerator / denominator : 0
      expect(sum((line) => line.numerator)).toBe(to.numerator - from.numerator)
      expect(sum((line) => line.denominator)).toBe((to.denominator ?? 0) - (from.denominator ?? 0))
      expect(sum((line) => line.actual)).toBeCloseTo(value(to) - value(from), 9)
    }),
    { numRuns: 1000 },
  )
})
