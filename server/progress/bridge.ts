import type { Day } from './day.ts'
import type { Level } from './plan.ts'
import { withoutNoise, type Counted } from './roll-up.ts'
import type { Reason } from './status.ts'

/** One child region of what is bridged; counted is null where it has no data. */
export type BridgePart = {
  region: string
  regionName: string
  regionLevel: Level
  counted: Counted | null
}

/** What one dataset says of a region on one day, and of the regions it is made of. */
export type BridgeState = {
  snapshot: string
  day: Day
  actual: number | null
  target: number | null
  expected: number | null
  reason: Reason | null
  whole: BridgePart
  /** Its children; none where the indicator is not broken down further. */
  parts: BridgePart[]
}

/** Why a figure differs between two states. */
export type BridgeKind =
  | 'new_facts'
  | 'another_period'
  | 'first_reported'
  | 'not_reported'
  | 'restated_facts'
  | 'rule_changed'
  | 'restated_and_rule_changed'
  | 'region_changed'
  | 'target_revised'
  | 'comparison_restated'
  | 'time_passed'

/** The causes between two states: of the facts, and of target and expected value. */
export type BridgeStep = { facts: BridgeKind; line: BridgeKind; from: BridgeState; to: BridgeState }

/** One line of the bridge; what it does not touch is 0. Ratios in fractions of 1. */
export type BridgeLine = {
  kind: BridgeKind
  region: string
  regionName: string
  regionLevel: Level
  actual: number
  numerator: number
  denominator: number | null
  target: number
  expected: number
}

/**
 * What changed, as lines that add up: over all lines `numerator`, `denominator`, `target` and
 * `expected` sum to the difference of the two ends exactly, `actual` does for counts exactly and for
 * ratios within binary fractions. What is null at an end counts as 0.
 * Example: 700 → 1,000 of which A +250, B +40, and 10 in no child → three lines of new_facts.
 */
export function bridgeLines(steps: BridgeStep[]): BridgeLine[] {
  return steps.flatMap((step) => [...factLines(step), ...targetLine(step)])
}

/** The lines added up by cause, each in the place where it comes first. */
export function causesOf(
  lines: BridgeLine[],
): Omit<BridgeLine, 'region' | 'regionName' | 'regionLevel'>[] {
  const kinds = [...new Set(lines.map(({ kind }) => kind))]
  return kinds.map((kind) => {
    const own = lines.filter((line) => line.kind === kind)
    const sum = (pick: (line: BridgeLine) => number) =>
      withoutNoise(own.reduce((total, line) => total + pick(line), 0))
    const isRatio = own.some(({ denominator }) => denominator !== null)
    return {
      kind,
      actual: sum(({ actual }) => actual),
      numerator: sum(({ numerator }) => numerator),
      denominator: isRatio ? sum(({ denominator }) => denominator ?? 0) : null,
      target: sum(({ target }) => target),
      expected: sum(({ expected }) => expected),
    }
  })
}

function factLines({ facts, from, to }: BridgeStep): BridgeLine[] {
  const ends = endsOf(from, to)
  const whole = factLine(facts, to.whole, from.whole.counted, to.whole.counted, ends)
  if (to.parts.length === 0 && from.parts.length === 0) return [whole].filter(isChange)
  const before = new Map(from.parts.map((part) => [part.region, part.counted]))
  const after = new Set(to.parts.map(({ region }) => region))
  const gone = from.parts.filter(({ region }) => !after.has(region))
  const lines = [
    ...to.parts.map((part) => {
      const kind = before.has(part.region) ? facts : 'region_changed'
      return factLine(kind, part, before.get(part.region) ?? null, part.counted, ends)
    }),
    ...gone.map((part) => factLine('region_changed', part, part.counted, null, ends)),
  ]
  return [...lines, leftOver(facts, whole, lines, ends)].filter(isChange)
}

type Ends = { from: Counted; to: Counted; isRatio: boolean }

const NOTHING: Counted = { numerator: 0, denominator: 0 }

function endsOf({ whole: from }: BridgeState, { whole: to }: BridgeState): Ends {
  const isRatio = (to.counted ?? from.counted)?.denominator != null
  return { from: from.counted ?? NOTHING, to: to.counted ?? NOTHING, isRatio }
}

function factLine(
  kind: BridgeKind,
  { region, regionName, regionLevel }: BridgePart,
  before: Counted | null,
  after: Counted | null,
  ends: Ends,
): BridgeLine {
  const numerator = withoutNoise((after?.numerator ?? 0) - (before?.numerator ?? 0))
  const denominator = withoutNoise((after?.denominator ?? 0) - (before?.denominator ?? 0))
  return {
    kind: kindOf(kind, before, after),
    region,
    regionName,
    regionLevel,
    actual: ends.isRatio ? contribution(numerator, denominator, ends) : numerator,
    numerator,
    denominator: ends.isRatio ? denominator : null,
    target: 0,
    expected: 0,
  }
}

/** A unit that has data at one end only is no restatement and brings no new facts. */
function kindOf(kind: BridgeKind, before: Counted | null, after: Counted | null): BridgeKind {
  if (
    kind === 'another_period' ||
    kind === 'region_changed' ||
    (before === null) === (after === null)
  )
    return kind
  return before === null ? 'first_reported' : 'not_reported'
}

/**
 * A part's share in the change of a ratio: (Δn − r·Δd) ÷ D, r being the whole's ratio before and D
 * its denominator after: what the part added beyond what its added denominator had brought at the
 * old ratio. The shares of all parts add up to the change.
 * Example: 50 of 100 before; a part adds 30 of 40 → (30 − 0.5 × 40) ÷ 140 = 0.0714…, 80 of 140.
 */
export function contribution(
  numerator: number,
  denominator: number,
  { from, to }: Pick<Ends, 'from' | 'to'>,
): number {
  const base = from.denominator ?? 0
  const ratio = base === 0 ? 0 : from.numerator / base
  const whole = to.denominator ?? 0
  if (whole !== 0) return (numerator - ratio * denominator) / whole
  return base === 0 ? 0 : (ratio * denominator) / base
}

/** What no child accounts for: nothing, where every child is told. */
function leftOver(kind: BridgeKind, whole: BridgeLine, lines: BridgeLine[], ends: Ends) {
  const rest = (pick: (line: BridgeLine) => number) =>
    withoutNoise(lines.reduce((left, line) => left - pick(line), pick(whole)))
  const numerator = rest((line) => line.numerator)
  const denominator = rest((line) => line.denominator ?? 0)
  const actual = ends.isRatio ? contribution(numerator, denominator, ends) : numerator
  const parts = { numerator, denominator: ends.isRatio ? denominator : null }
  return { ...whole, kind, actual, ...parts }
}

function isChange({ numerator, denominator }: BridgeLine): boolean {
  return numerator !== 0 || (denominator ?? 0) !== 0
}

function targetLine({ line, from, to }: BridgeStep): BridgeLine[] {
  const { isRatio } = endsOf(from, to)
  const change = (to.target ?? 0) - (from.target ?? 0)
  const target = isRatio ? change : withoutNoise(change)
  const expected = (to.expected ?? 0) - (from.expected ?? 0)
  if (target === 0 && expected === 0) return []
  const { region, regionName, regionLevel } = to.whole
  const nothing = { actual: 0, numerator: 0, denominator: isRatio ? 0 : null }
  return [{ kind: line, region, regionName, regionLevel, ...nothing, target, expected }]
}
