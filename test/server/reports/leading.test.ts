import { expect, test } from 'vitest'
import type { IndicatorFindings } from '../../../server/reports/findings.ts'
import { leadingSentence } from '../../../server/reports/leading.ts'

/** Of how many indicators each region is on pace, and one that is behind in all of them. */
function indicators(counts: Record<string, number>): Pick<IndicatorFindings, 'regions'>[] {
  return Array.from({ length: 9 }, (_, at) => ({
    regions: [...Object.entries(counts), ['己', 0] as const].map(([name, count]) => ({
      region: name,
      regionName: `${name}省`,
      status: count > at ? (at % 2 === 0 ? 'on_pace' : 'met') : 'behind',
    })),
  })) as unknown as Pick<IndicatorFindings, 'regions'>[]
}

test.each([
  [{ 甲: 2, 乙: 9, 丙: 5, 丁: 4 }, '乙省（9项）、丙省（5项）、丁省（4项）。'],
  [{ 甲: 9, 乙: 5, 丙: 5, 丁: 5, 戊: 1 }, '甲省（9项）、乙省（5项）、丙省（5项）、丁省（5项）。'],
  [{ 甲: 9, 乙: 4, 丙: 4, 丁: 4, 戊: 4, 庚: 4 }, '甲省（9项）。'],
])('those ahead of %o are named, and those that have as many with them', (counts, named) => {
  expect(leadingSentence(indicators(counts))).toBe(`达到序时进度或已完成的指标最多的是${named}`)
})

test.each([[{ 甲: 1, 乙: 1, 丙: 1, 丁: 1, 戊: 1, 庚: 1 }], [{}]])(
  'nobody is named where nobody is ahead of the others: %o',
  (counts) => {
    expect(leadingSentence(indicators(counts))).toBe('')
  },
)
