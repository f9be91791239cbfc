import type { Indicator, Plan } from '../progress/plan.ts'
import { foundAt } from './pinyin.ts'
import type { Region, RegionTree } from './regions.ts'

const AT_MOST = 20
const LEVELS = ['nation', 'province', 'prefecture', 'county']

/** What was typed, as it is compared: no spaces, lower case. */
function plain(typed: string): string {
  return typed.toLowerCase().replaceAll(/\s+/g, '')
}

/** The regions there are on the tree's day that fit by name, pinyin, initials or code; the nearest first. */
export function searchRegions(tree: RegionTree, typed: string): Region[] {
  const wanted = plain(typed)
  return [...tree.values()]
    .filter(({ exists }) => exists)
    .map((region) => ({
      region,
      at: region.code.startsWith(wanted) ? 0 : foundAt(region.name, wanted),
      level: LEVELS.indexOf(region.level),
    }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at || a.level - b.level || (a.region.code < b.region.code ? -1 : 1))
    .slice(0, AT_MOST)
    .map(({ region }) => region)
}

type FoundIndicator = { plan: Plan; indicator: Indicator }

/** The indicators that fit by code, name in either language, pinyin or initials; the plans' order. */
export function searchIndicators(plans: Plan[], typed: string): FoundIndicator[] {
  const wanted = plain(typed)
  const isWanted = ({ code, name }: Indicator) =>
    code.toLowerCase() === wanted ||
    plain(name.en).includes(wanted) ||
    foundAt(name.zh, wanted) >= 0
  return plans
    .flatMap((plan) => plan.indicators.filter(isWanted).map((indicator) => ({ plan, indicator })))
    .slice(0, AT_MOST)
}
