import { graduationYearOn } from './count-employment.ts'
import { type Day, lastDayOfQuarter, quarterOf, yearOf } from './days.ts'
import { actionEnd, type Indicator, planEnd } from './plan-constants.ts'

type Kind = 'cumulative' | 'stock' | 'coverage' | 'milestone' | 'rate' | 'ceiling'

/** What a plan promises of an indicator: of the nation alone where it is a number of people or things. */
export type Commitment = {
  kind: Kind
  target: number
  /** The deadline's day, or what comes anew: `graduation year`, `year` or `quarter`. */
  until: string
}

function count(target: number): Commitment {
  return { kind: 'cumulative', target, until: planEnd }
}

function share(kind: Kind, until = planEnd, target = 1): Commitment {
  return { kind, target, until }
}

const commitments: Partial<Record<Indicator, Commitment>> = {
  A1: count(1_000_000),
  A2: count(500_000),
  A3: count(500_000),
  A4: share('rate'),
  B1: share('coverage'),
  B2: share('coverage'),
  B3: share('coverage', '2017-12-31'),
  B4: share('coverage'),
  B5: count(2_500),
  B6: count(50_000),
  B7: count(20_000),
  B8: count(25_000),
  B9: { ...count(70), kind: 'stock' },
  B10: { ...count(10), kind: 'stock' },
  B11: share('rate'),
  C1: share('rate', 'graduation year', 0.6),
  C2: share('rate', 'quarter'),
  C3: share('rate', 'quarter'),
  C4: share('rate', 'year'),
  C5: count(10_000),
  C6: share('coverage'),
  C7: share('rate', 'year'),
  M1: share('milestone'),
  M2: share('milestone'),
  M3: share('milestone'),
  M4: share('milestone'),
  M5: share('milestone'),
  M6: share('milestone', 'year'),
  L12: share('rate', 'year', 0.8),
  L13: { kind: 'ceiling', target: 0, until: 'year' },
  L14: share('milestone', 'year'),
  L15: { kind: 'ceiling', target: 0, until: 'year' },
  T1: { kind: 'cumulative', target: 1_000_000, until: actionEnd },
  T2: share('rate', 'year'),
  T3: share('rate', 'year'),
}

/** Undefined where the document states no number, or last year’s is the target. */
export function commitmentOf(indicator: Indicator): Commitment | undefined {
  return commitments[indicator]
}

/** The plan file's target of a count or a stock is the nation's alone. */
export function holdsEverywhere({ kind }: Commitment): boolean {
  return kind !== 'cumulative' && kind !== 'stock'
}

/** Deadline of what is shown on a day, and the year it is a task of where it comes each year anew. */
export function periodOn({ until }: Commitment, day: Day): { deadline: Day; year?: number } {
  if (until === 'quarter') return { deadline: lastDayOfQuarter(quarterOf(day)) }
  if (until !== 'year' && until !== 'graduation year') return { deadline: until }
  const year = until === 'year' ? yearOf(day) : graduationYearOn(day)
  return { deadline: `${year}-12-31`, year }
}
