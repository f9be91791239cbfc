import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import type { Circumstances, RegionCase } from '../../../server/progress/case.ts'
import type { Day } from '../../../server/progress/day.ts'
import { parsePlan, type Indicator, type Plan } from '../../../server/progress/plan.ts'
import type { Counted, Part } from '../../../server/progress/roll-up.ts'

function readPlan(name: string): Plan {
  const file = new URL(`../../../data/plans/${name}.yaml`, import.meta.url)
  return parsePlan(parse(readFileSync(file, 'utf8')))
}

const plans = ['13-5', 'levy-2020', 'three-year-2022'].map(readPlan)

/** An indicator of the real plan files. */
export function indicator(code: string): Indicator {
  const found = plans.flatMap(({ indicators }) => indicators).find((one) => one.code === code)
  if (found === undefined) throw new Error(`No indicator ${code} in data/plans.`)
  return found
}

export function part(province: string, days: Record<Day, number | [number, number]>): Part {
  const entries = Object.entries(days).map(([day, value]): [Day, Counted] => [
    day,
    typeof value === 'number'
      ? { numerator: value, denominator: null }
      : { numerator: value[0], denominator: value[1] },
  ])
  return { province, days: new Map(entries) }
}

export function nation(parts: Part[]): RegionCase {
  return {
    code: '000000',
    name: '全国',
    level: 'nation',
    parts,
    targets: [],
    unitsReported: parts.length,
    unitsDue: 32,
  }
}

export function province(only: Part): RegionCase {
  return {
    ...nation([only]),
    code: only.province,
    name: only.province,
    level: 'province',
    unitsDue: 1,
  }
}

export function about(code: string, asOf: Day, change: Partial<Circumstances> = {}): Circumstances {
  return {
    indicator: indicator(code),
    rule: { on_pace: 1, watch: 0.9, judged_before_start: false },
    asOf,
    known: asOf,
    demonstration: false,
    hasData: () => true,
    past: null,
    isLate: () => false,
    basisYear: () => null,
    ...change,
  }
}
