import type { StatusRule } from './plan.ts'

/** What a status rule judges by; `years` are those since the start and from it to the deadline. */
export type Standing = {
  actual: number
  expected: number
  target: number
  /** The value at the start: 0, unless the indicator begins from something. */
  start: number
  years: { passed: number; total: number } | null
}

export type Band = 'above' | 'on_pace' | 'watch' | 'behind' | 'away'

/**
 * What the rule of a plan file measures; null where it cannot.
 *
 * - ratio: actual ÷ expected (序时进度). 450 of 500 → 0.9.
 * - points: (actual − expected) ÷ target × 100. 450 of 500 expected, target 1,000 → −5.
 * - span: (actual − start) ÷ (expected − start). From 100, 160 of 200 expected → 0.6.
 * - growth: yearly growth reached ÷ yearly growth required, from a start above 0. From 100 to 110 in
 *   one year where 146.41 is due in four (10 % a year) → 1.
 */
export function measureOf(standing: Standing, rule: Pick<StatusRule, 'measure'>): number | null {
  const { actual, expected, target, start } = standing
  switch (rule.measure ?? 'ratio') {
    case 'ratio':
      return expected > 0 ? actual / expected : null
    case 'points':
      return target > 0 ? ((actual - expected) / target) * 100 : null
    case 'span':
      return expected === start ? null : (actual - start) / (expected - start)
    case 'growth':
      return growthRatio(standing)
  }
}

function growthRatio({ actual, target, start, years }: Standing): number | null {
  if (start <= 0 || years === null || years.passed <= 0 || years.total <= 0) return null
  const required = (target / start) ** (1 / years.total) - 1
  return required === 0 ? null : ((actual / start) ** (1 / years.passed) - 1) / required
}

/** The band of a measure: above where it is beyond `over`, away where it falls below `away`. */
export function bandOf(value: number, rule: StatusRule): Band {
  if (rule.over !== undefined && value > rule.over) return 'above'
  if (value >= rule.on_pace) return 'on_pace'
  if (value >= rule.watch) return 'watch'
  return rule.away !== undefined && value < rule.away ? 'away' : 'behind'
}

const statusOfBand = { above: 'on_pace', away: 'behind' } as const

/** The status by pace: above is 正常, away 滞后. Null where the rule cannot measure. */
export function statusByRule(standing: Standing, rule: StatusRule) {
  const value = measureOf(standing, rule)
  if (value === null) return null
  const band = bandOf(value, rule)
  return band === 'above' || band === 'away' ? statusOfBand[band] : band
}
