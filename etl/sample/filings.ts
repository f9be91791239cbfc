import { data_end, dayOf, quarterOf } from './days.ts'
import type { Cell } from './files/columns.ts'
import type { Outbox } from './files/outbox.ts'
import { drawOf, levy_years, regionOf, type Employer, type Levy, type Placed } from './levy.ts'
import type { UnitModel } from './model.ts'

const kinds = ['民营企业', '民营企业', '民营企业', '国有企业', '外资企业', '事业单位', '社会组织']
const permille: Record<string, number> = { '510000': 16 }

/** Sends every employer's filing of every year; those whose placements grew file again in autumn. */
export function sendFilings(out: Outbox, levy: Levy, unit: UnitModel): void {
  for (const employer of levy.employers) {
    const placed = levy.placed.get(employer.code)
    for (const year of levy_years) sendFiling(out, unit, employer, placed, year)
  }
}

function sendFiling(
  out: Outbox,
  unit: UnitModel,
  employer: Employer,
  placed: Placed | undefined,
  year: number,
): void {
  const at = year - 2016
  const heads = placed?.heads[at] ?? 0
  const weighted = placed?.weighted[at] ?? 0
  const filed = filingDay(employer, year)
  const more = placed?.lateHeads[at] ?? 0
  const again = quarterOf(dayOf(year, 12, 1))
  if (more === 0 || !out.together(quarterOf(filed), again)) {
    const cells = filingCells(unit, employer, year, filed, heads, weighted)
    out.add('levy_filing', quarterOf(filed), cells)
  }
  if (more === 0) return
  const allWeighted = weighted + (placed?.lateWeighted[at] ?? 0)
  const grown = filingCells(unit, employer, year, filed, heads + more, allWeighted)
  out.add('levy_filing', again, grown)
}

/** From April to June, a few in July; nobody files after the data's end. */
function filingDay(employer: Employer, year: number): number {
  const spread = drawOf(employer, `filed ${String(year)}`)
  const late = drawOf(employer, 'late') < 0.03
  const day = dayOf(year, 4, 1) + Math.floor(spread * 90) + (late ? 60 : 0)
  return Math.min(day, data_end)
}

function filingCells(
  unit: UnitModel,
  employer: Employer,
  year: number,
  filed: number,
  heads: number,
  weighted: number,
): Cell[] {
  const employees = Math.max(headcount(employer, year), heads * 3)
  const wage = Math.round(unit.wage * 12 * (0.6 + 0.9 * drawOf(employer, 'wage')))
  const due = dueCents(unit.code, employees, weighted, wage)
  const declared = drawOf(employer, `slip ${String(year)}`) < 0.01 ? Math.floor(due * 0.9) : due
  const reduced = drawOf(employer, 'reduced') < 0.04 ? Math.floor(declared / 2) : 0
  return [
    year,
    employer.code,
    employer.name,
    employer.organ === '' ? kindOf(employer) : '党政机关',
    employer.organ === '' ? '其他' : employer.organ,
    regionOf(employer, year),
    employees,
    heads,
    wage,
    yuan(declared),
    yuan(reduced),
    yuan(declared - reduced),
    filed,
    '',
  ]
}

function kindOf(employer: Employer): string {
  return kinds[Math.floor(drawOf(employer, 'kind') * kinds.length)] ?? '民营企业'
}

/** Mostly small: the middle one has some 25 people, the largest thousands. */
function headcount(employer: Employer, year: number): number {
  const size = Math.exp(1.2 + 4 * drawOf(employer, 'size') ** 1.2)
  const growth = 1 + (year - 2016) * 0.03 * drawOf(employer, 'growth')
  return Math.max(1, Math.round(size * growth)) + (employer.organ === '' ? 0 : 40)
}

/** (employees × ratio − weighted) × wage, in hundredths of a yuan, never below nothing. */
export function dueCents(unit: string, employees: number, weighted: number, wage: number): number {
  const short = employees * (permille[unit] ?? 15) - weighted * 1000
  return short <= 0 ? 0 : Math.floor((short * wage) / 10 + 0.5)
}

function yuan(cents: number): string {
  return `${String(Math.floor(cents / 100))}.${String(cents % 100).padStart(2, '0')}`
}
