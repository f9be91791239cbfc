import type { Counted } from './roll-up.ts'
import type { InstitutionReview } from './plan.ts'

/** What was found of one measure, worst first. */
type Finding = 'below_exit' | 'below_warning' | 'fell' | 'met' | 'too_few'

export type Judged = {
  indicator: string
  numerator: number
  denominator: number
  /** Fractions of 1; null over a denominator of 0. */
  actual: number | null
  lastYear: number | null
  finding: Finding
  /** The bound that the finding rests on; null where none was looked at. */
  bound: number | null
}

export type Decision = 'exit' | 'warning' | 'renewal' | 'too_few'

export type Measures = { indicator: string; now: Counted; before: Counted }[]

/**
 * The list an institution is on, with what was found of each measure. A measure over too few is not
 * judged; an institution with no measure judged is on no list but `too_few`. 进退机制, 三（八）.
 */
export function reviewInstitution(
  measures: Measures,
  rule: InstitutionReview,
): { decision: Decision; findings: Judged[] } {
  const findings = measures.map((measure) => judge(measure, rule))
  const has = (...wanted: Finding[]) => findings.some(({ finding }) => wanted.includes(finding))
  if (has('below_exit')) return { decision: 'exit', findings }
  if (has('below_warning', 'fell')) return { decision: 'warning', findings }
  return { decision: has('met') ? 'renewal' : 'too_few', findings }
}

function judge({ indicator, now, before }: Measures[number], rule: InstitutionReview): Judged {
  const bounds = rule.measures.find((one) => one.indicator === indicator)
  const actual = rateOf(now)
  const lastYear = rateOf(before)
  const head = { indicator, numerator: now.numerator, denominator: now.denominator ?? 0 }
  const found = (finding: Finding, bound: number | null): Judged => {
    return { ...head, actual, lastYear, finding, bound }
  }
  if (bounds === undefined || actual === null || head.denominator < rule.minimum)
    return found('too_few', rule.minimum)
  if (actual < bounds.exit_below) return found('below_exit', bounds.exit_below)
  if (actual < bounds.warn_below) return found('below_warning', bounds.warn_below)
  const isComparable = (before.denominator ?? 0) >= rule.minimum && lastYear !== null
  if (isComparable && lastYear - actual > rule.fall) return found('fell', rule.fall)
  return found('met', bounds.warn_below)
}

function rateOf({ numerator, denominator }: Counted): number | null {
  return denominator === null || denominator === 0 ? null : numerator / denominator
}
