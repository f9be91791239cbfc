import type { Filter, LoadMetrics, SecurityContext } from '../deps.ts'
import type { Indicator, Level } from '../progress/plan.ts'
import type { TargetRow } from '../progress/target.ts'
import type { Region } from './regions.ts'

/** The target rows of one indicator, by region code. */
export type TargetRows = Map<string, TargetRow[]>

/** Reads the rows that name the region itself (`self`) or the regions of a level under it. */
export async function loadTargets(
  load: LoadMetrics,
  context: SecurityContext,
  plan: string,
  indicator: Indicator,
  asked: { top: Region; level: Level; isSelf: boolean },
): Promise<TargetRows> {
  const rows = await load(
    {
      measures: ['targets.target_value'],
      dimensions: ['targets.region_code', 'targets.set_by', 'targets.year'],
      filters: [
        { member: 'targets.plan', operator: 'equals', values: [plan] },
        { member: 'targets.indicator', operator: 'equals', values: [indicator.code] },
        ...regionFilter(asked),
      ],
    },
    context,
  )
  const targets: TargetRows = new Map()
  for (const row of rows) {
    const code = String(row['targets.region_code'])
    const year = row['targets.year']
    const found = targets.get(code) ?? []
    targets.set(code, found)
    found.push({
      setBy: row['targets.set_by'] === 'own' ? 'own' : 'national',
      year: year === null || year === undefined ? null : Number(year),
      value: Number(row['targets.target_value']),
    })
  }
  return targets
}

function regionFilter(asked: { top: Region; level: Level; isSelf: boolean }): Filter[] {
  const { top, level, isSelf } = asked
  if (isSelf) return [equals('targets.region_code', top.code)]
  const whole = level === 'province' ? [equals('targets.level', 'whole')] : []
  return top.province === null ? whole : [...whole, equals('targets.province_code', top.province)]
}

function equals(member: string, value: string): Filter {
  return { member, operator: 'equals', values: [value] }
}
