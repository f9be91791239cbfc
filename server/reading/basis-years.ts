import type { LoadMetrics, MetricsRow, SecurityContext } from '../deps.ts'
import type { Day } from '../progress/day.ts'

/** By indicator the year whose records stand for a day; null for an indicator without such a year. */
export type BasisYears = { yearsOf: (indicator: string) => ((day: Day) => number | null) | null }

type Stretch = { year: number | null; from: Day; to: Day }

/** Reads by which filing year (B1, B2) or which year's population (C2) a plan's figures are counted. */
export async function loadBasisYears(
  load: LoadMetrics,
  context: SecurityContext,
  plan: string,
): Promise<BasisYears> {
  const names = ['indicator', 'year', 'starts_on', 'ends_on']
  const filters = [{ member: 'basis_years.plan', operator: 'equals' as const, values: [plan] }]
  const rows = await load(
    { dimensions: names.map((name) => `basis_years.${name}`), filters },
    context,
  )
  const stretches = new Map<string, Stretch[]>()
  for (const row of rows) {
    const indicator = String(row['basis_years.indicator'])
    stretches.set(indicator, [...(stretches.get(indicator) ?? []), toStretch(row)])
  }
  return {
    yearsOf: (indicator) => {
      const found = stretches.get(indicator)
      return found === undefined ? null : (day) => yearOn(found, day)
    },
  }
}

function toStretch(row: MetricsRow): Stretch {
  const day = (name: string) => String(row[`basis_years.${name}`]).slice(0, 10)
  const year = row['basis_years.year'] ?? null
  return { year: year === null ? null : Number(year), from: day('starts_on'), to: day('ends_on') }
}

function yearOn(stretches: Stretch[], day: Day): number | null {
  return stretches.find(({ from, to }) => from <= day && day <= to)?.year ?? null
}
