import type { IndicatorFindings } from './findings.ts'

const FEWEST = 3
const MOST = 5

type Leading = { name: string; count: number }

/**
 * 达到序时进度或已完成的指标最多的是江苏省（22项）、上海市（20项）和…: three to five regions, and never
 * one without those that have as many. '' where no region is ahead of the others.
 */
export function leadingSentence(indicators: Pick<IndicatorFindings, 'regions'>[]): string {
  const named = foremost(counted(indicators))
  if (named.length === 0) return ''
  const names = named.map(({ name, count }) => `${name}（${count}项）`)
  return `达到序时进度或已完成的指标最多的是${names.join('、')}。`
}

/** Of every region, of how many indicators it is on pace or has met the target; the most first. */
function counted(indicators: Pick<IndicatorFindings, 'regions'>[]): Leading[] {
  const counts = new Map<string, Leading>()
  for (const { region, regionName, status } of indicators.flatMap(({ regions }) => regions)) {
    if (status !== 'met' && status !== 'on_pace') continue
    const { count } = counts.get(region) ?? { count: 0 }
    counts.set(region, { name: regionName, count: count + 1 })
  }
  return [...counts.values()].sort((a, b) => b.count - a.count)
}

/** Whole groups of as many, until there are enough; none where the first group is too large already. */
function foremost(all: Leading[]): Leading[] {
  let chosen: Leading[] = []
  for (const { count } of all) {
    if (chosen.length >= FEWEST) break
    const next = all.filter((one) => one.count >= count)
    if (next.length > MOST) break
    chosen = next
  }
  return chosen
}
