import { z } from 'zod'
import type { Snapshot } from '../deps.ts'
import { Problem } from '../problem.ts'
import { parsePlan, type Indicator, type Plan } from '../progress/plan.ts'

const scheme = z.object({ scheme: z.string(), province_code: z.string(), group: z.string() })

const known = new WeakMap<Snapshot, Plan[]>()

/** The plans of a snapshot, which never change: read once, and the same objects every time. */
export function plansOf(snapshot: Snapshot): Plan[] {
  const plans = known.get(snapshot) ?? snapshot.manifest.plans.map(parsePlan)
  known.set(snapshot, plans)
  return plans
}

/** Throws Problem 404 unknown_plan, naming the plans there are. */
export function planOf(snapshot: Snapshot, code: string): Plan {
  const plans = plansOf(snapshot)
  const plan = plans.find((candidate) => candidate.plan === code)
  if (plan !== undefined) return plan
  const known = plans.map((one) => one.plan).join('、')
  throw new Problem(404, 'unknown_plan', `没有这个计划，请改用：${known}。`)
}

/** Throws Problem 404 unknown_indicator, naming the plan's indicators. */
export function indicatorOf(plan: Plan, code: string): Indicator {
  const indicator = plan.indicators.find((candidate) => candidate.code === code)
  if (indicator !== undefined) return indicator
  const known = plan.indicators.map((one) => one.code).join('、')
  throw new Problem(404, 'unknown_indicator', `计划 ${plan.plan} 没有这项指标，请改用：${known}。`)
}

/** The group of each province-level unit in a scheme. Throws Problem 404 unknown_scheme. */
export function groupsOf(snapshot: Snapshot, name: string): Map<string, string> {
  const rows = z.array(scheme).parse(snapshot.manifest.regionSchemes)
  const groups = new Map(
    rows.filter((row) => row.scheme === name).map((row) => [row.province_code, row.group]),
  )
  if (groups.size > 0) return groups
  const known = [...new Set(rows.map((row) => row.scheme))].join('、')
  throw new Problem(404, 'unknown_scheme', `没有分组方案 ${name.slice(0, 40)}，请改用：${known}。`)
}

/** Whether a province lies within the indicator's scope, by the scheme published with the snapshot. */
export function scopeOf(snapshot: Snapshot, { scope }: Indicator): (province: string) => boolean {
  if (scope === null) return () => true
  const groups = groupsOf(snapshot, scope.scheme)
  return (province) => scope.groups.includes(groups.get(province) ?? '')
}
