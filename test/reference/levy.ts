import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import type { Day } from './days.ts'
import { dividedHalfUp, exactly } from './exact.ts'

type Rule = {
  valid_from: Day
  valid_to: Day
  wage_cap_multiple: string
  share_from: string
  factor_from_share: string
  factor_below_share: string
  exempt_employees: string
  exempt_unit_types: string
}
type Ratio = { province_code: string; ratio: string; valid_from: Day }
type LocalWage = { province_code: string; year: string; average_wage: string }

/** What a levy is reckoned from. The wage in 0.0001 yuan; `ratio` and `localWage` as written. */
export type Levied = {
  kind: string
  employees: number
  weighted: number
  wage: bigint
  ratio: string
  localWage: string | undefined
  filedOn: Day
}

function referenceTable(name: string): unknown {
  const path = new URL(`../../data/reference/${name}.csv`, import.meta.url)
  return parse(readFileSync(path), { columns: true, bom: true })
}

const rules = referenceTable('levy_rule') as Rule[]
const ratios = referenceTable('levy_ratio') as Ratio[]
const localWages = referenceTable('local_average_wage') as LocalWage[]

export function ratioOf(province: string, day: Day): string {
  const own = ratios.filter((row) => row.province_code === province && row.valid_from <= day)
  const latest = own.sort((one, other) => (one.valid_from < other.valid_from ? -1 : 1)).at(-1)
  if (!latest) throw new Error(`no levy ratio of ${province} on ${day}`)
  return latest.ratio
}

export function localWageOf(province: string, year: number): string | undefined {
  return localWages.find((row) => row.province_code === province && row.year === String(year))
    ?.average_wage
}

function ruleOn(day: Day): Rule {
  const rule = rules.find((one) => one.valid_from <= day && (!one.valid_to || day <= one.valid_to))
  if (!rule) throw new Error(`no levy rule on ${day}`)
  return rule
}

/** How far the weighted count lies above the ratio, in millionths of a person; negative: short. */
export function beyondRatio(employees: number, weighted: number, ratio: string): bigint {
  return BigInt(weighted) * 1_000_000n - BigInt(employees) * exactly(ratio, 6)
}

function cappedWage({ wage, localWage }: Levied, rule: Rule): bigint {
  if (localWage === undefined) return wage
  const cap = dividedHalfUp(exactly(rule.wage_cap_multiple, 2) * exactly(localWage, 4), 100n)
  return wage < cap ? wage : cap
}

/** Small enterprises, while the rule valid on 申报日期 exempts them. */
export function isExempt(kind: string, employees: number, filedOn: Day): boolean {
  const rule = ruleOn(filedOn)
  const isEnterprise = rule.exempt_unit_types.split('|').includes(kind)
  return rule.exempt_employees !== '' && isEnterprise && employees <= Number(rule.exempt_employees)
}

/** In hundredths: 100 where the rule reduces nothing. */
function factorOf({ kind, employees, weighted, filedOn }: Levied, rule: Rule): bigint {
  if (isExempt(kind, employees, filedOn)) return 0n
  if (!rule.share_from) return 100n
  const hasShare = BigInt(weighted) * 10_000n >= BigInt(employees) * exactly(rule.share_from, 4)
  return exactly(hasShare ? rule.factor_from_share : rule.factor_below_share, 2)
}

/** Rules, Levy: what is due, in 0.01 yuan, rounded half up. */
export function levyDue(levied: Levied): bigint {
  const rule = ruleOn(levied.filedOn)
  const short = -beyondRatio(levied.employees, levied.weighted, levied.ratio)
  if (short <= 0n) return 0n
  const due = short * cappedWage(levied, rule) * factorOf(levied, rule)
  return dividedHalfUp(due, 10n ** 10n)
}
