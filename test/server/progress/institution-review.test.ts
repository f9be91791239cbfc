import { expect, test } from 'vitest'
import { reviewInstitution } from '../../../server/progress/institution-review.ts'
import type { InstitutionReview } from '../../../server/progress/plan.ts'

const words = { zh: '', en: '' }
const rule: InstitutionReview = {
  source: 'ours',
  clause: { place: '', quote: '' },
  interpretation: words,
  minimum: 30,
  fall: 0.1,
  measures: [
    { indicator: 'L10', exit_below: 0.05, warn_below: 0.1 },
    { indicator: 'L12', exit_below: 0.6, warn_below: 0.8 },
  ],
}

type Parts = [numerator: number, denominator: number]
const counted = ([numerator, denominator]: Parts) => ({ numerator, denominator })
const measure = (indicator: string, now: Parts, before: Parts = [0, 0]) => {
  return { indicator, now: counted(now), before: counted(before) }
}

test.each<[string, Parts, Parts, Parts, string, string[]]>([
  ['good at both', [30, 100], [0, 0], [90, 100], 'renewal', ['met', 'met']],
  ['exactly at the bounds', [10, 100], [0, 0], [80, 100], 'renewal', ['met', 'met']],
  ['a little too low', [9, 100], [0, 0], [90, 100], 'warning', ['below_warning', 'met']],
  ['exactly at the exit bound', [5, 100], [0, 0], [90, 100], 'warning', ['below_warning', 'met']],
  ['far too low', [4, 100], [0, 0], [90, 100], 'exit', ['below_exit', 'met']],
  ['unloved', [30, 100], [0, 0], [59, 100], 'exit', ['met', 'below_exit']],
  ['fallen by more than 10 points', [20, 100], [31, 100], [90, 100], 'warning', ['fell', 'met']],
  ['fallen from very few', [20, 100], [10, 29], [90, 100], 'renewal', ['met', 'met']],
  ['one too few to judge', [0, 29], [0, 0], [90, 100], 'renewal', ['too_few', 'met']],
  ['nobody to judge', [0, 0], [0, 0], [3, 29], 'too_few', ['too_few', 'too_few']],
])('%s', (_, now, before, satisfied, decision, findings) => {
  const found = reviewInstitution([measure('L10', now, before), measure('L12', satisfied)], rule)
  expect(found.decision).toBe(decision)
  expect(found.findings.map(({ finding }) => finding)).toEqual(findings)
})
