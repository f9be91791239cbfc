import type { Day } from '../progress/day.ts'
import type { Indicator } from '../progress/plan.ts'

/** One question to the metrics: indicators of one view, on the same days, counted from the same rows. */
export type Question = {
  view: string
  days: readonly Day[]
  /** The filter that tells the indicators' rows apart, and so is asked for as a dimension. */
  told: string | null
  filters: Record<string, string[]>
  indicators: Indicator[]
}

/**
 * As few questions as answer for all indicators: each costs the metrics layer as much as a scan does.
 * Example: A1 and B6 are rows of `training` under their codes, L2 and L3 measures of the same ledger:
 * two questions.
 */
export function questionsOf(wanted: { indicator: Indicator; days: readonly Day[] }[]): Question[] {
  const groups = new Map<string, { told: string | null; days: readonly Day[]; all: Indicator[] }>()
  for (const { indicator, days } of wanted) {
    const told = tellingFilter(indicator)
    const shared = Object.entries(indicator.filters).filter(([name]) => name !== told)
    const key = JSON.stringify([indicator.members.view, told, shared, days])
    const group = groups.get(key) ?? { told, days, all: [] }
    group.all.push(indicator)
    groups.set(key, group)
  }
  return [...groups.values()].map(questionOf)
}

function questionOf(group: {
  told: string | null
  days: readonly Day[]
  all: Indicator[]
}): Question {
  const { told, days, all } = group
  const filters: Record<string, string[]> = {}
  for (const { filters: own } of all)
    for (const [name, value] of Object.entries(own))
      filters[name] = [...new Set([...(filters[name] ?? []), ...[value].flat()])]
  const view = all[0]?.members.view ?? ''
  return { view, days, told: all.length > 1 ? told : null, filters, indicators: all }
}

/** The last filter of one value, in plan files the narrowest: `indicator`, `milestone`, a kind. */
function tellingFilter({ filters }: Indicator): string | null {
  const single = Object.entries(filters).filter(([, value]) => typeof value === 'string')
  return single.at(-1)?.[0] ?? null
}
