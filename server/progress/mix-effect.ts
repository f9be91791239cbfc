import { isRatio, type Circumstances, type RegionCase } from './case.ts'
import { yearBefore, type Day } from './day.ts'
import type { Counted } from './roll-up.ts'

/** How a ratio changed, in its own unit (fractions of 1): change = within + between. */
export type MixEffect = {
  since: Day
  change: number
  /** From the parts' own ratios. */
  within: number
  /** From the parts' weights: the whole moves because more of it lies where the ratio is low or high. */
  between: number
  partsUp: number
  partsDown: number
  /** The whole moves against its parts: `change` and `within` have opposite signs. */
  isReversal: boolean
}

type Pair = { before: Counted; now: Counted }

/**
 * A ratio's change told apart (Kitagawa 1955): within = Σ mean weight × change of the ratio, between =
 * Σ mean ratio × change of the weight, weight = the part's share of the denominator. A part that is
 * in one of the two only has no change of its own. Null without a denominator on both days.
 * Example: 33 of 60 and 5 of 40 → 12 of 20 and 12 of 80: both parts rise (0.55 → 0.60, 0.125 → 0.15),
 * the whole falls from 0.38 to 0.24: within +0.035, between −0.175.
 */
export function mixEffectOf(parts: Pair[]): Omit<MixEffect, 'since'> | null {
  const total = (pick: (pair: Pair) => number | null) =>
    parts.reduce((sum, pair) => sum + (pick(pair) ?? 0), 0)
  const [allBefore, allNow] = [total((p) => p.before.denominator), total((p) => p.now.denominator)]
  if (allBefore <= 0 || allNow <= 0) return null
  let [within, between, partsUp, partsDown] = [0, 0, 0, 0]
  for (const { before, now } of parts) {
    const [old, recent] = ratesOf(before, now)
    const [w0, w1] = [(before.denominator ?? 0) / allBefore, (now.denominator ?? 0) / allNow]
    within += ((w0 + w1) / 2) * (recent - old)
    between += ((old + recent) / 2) * (w1 - w0)
    if (recent > old) partsUp += 1
    if (recent < old) partsDown += 1
  }
  const change =
    total((p) => p.now.numerator) / allNow - total((p) => p.before.numerator) / allBefore
  return { change, within, between, partsUp, partsDown, isReversal: change * within < 0 }
}

function ratesOf(before: Counted, now: Counted): [number, number] {
  const old = before.denominator ? before.numerator / before.denominator : null
  const recent = now.denominator ? now.numerator / now.denominator : null
  return [old ?? recent ?? 0, recent ?? old ?? 0]
}

/** Of the nation's ratios: since the same day a year before, over the provinces with data on both days. */
export function mixEffectOn(region: RegionCase, about: Circumstances): MixEffect | null {
  const { indicator, asOf, hasData } = about
  if (region.level !== 'nation' || !isRatio(indicator) || indicator.kind === 'milestone')
    return null
  const since = yearBefore(asOf)
  const nothing = { numerator: 0, denominator: 0 }
  const parts = region.parts
    .filter(({ province }) => hasData(province, since) && hasData(province, asOf))
    .map(({ days }) => ({ before: days.get(since) ?? nothing, now: days.get(asOf) ?? nothing }))
  const effect = mixEffectOf(parts)
  return effect === null ? null : { since, ...effect }
}
