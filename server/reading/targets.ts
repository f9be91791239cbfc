import type { Filter, LoadMetrics, MetricsRow, SecurityContext } from '../deps.ts'
import type { Indicator, Level } from '../progress/plan.ts'
import type { TargetRow } from '../progress/target.ts'
import type { Region } from './regions.ts'

/** The target rows of one indicator, by region code. */
export type TargetRows = Map<string, TargetRow[]>

type Asked = { top: Region; level: Level; isSelf: boolean }

/** Reads the rows that name the region itself (`self`) or the regions of a level under it, by indicator. */
export async function loadTargets(
  load: LoadMetrics,
  context: SecurityContext,
  plan: string,
  indicators: Indicator[],
  asked: Asked,
): Promise<Map<string, TargetRows>> {
  const codes = indicators.map(({ code }) => code)
  return byIndicator(await rowsOf(load, context, plan, codes, asked))
}

export function targetsFor(indicator: Indicator, targets: Map<string, TargetRows>): TargetRows {
  return targets.get(indicator.code) ?? new Map<string, TargetRow[]>()
}

function rowsOf(
  load: LoadMetrics,
  context: SecurityContext,
  plan: string,
  indicators: string[],
  asked: Asked,
): Promise<MetricsRow[]> {
  return load(
    {
      measures: ['targets.target_value'],
      dimensions: ['targets.indicator', 'targets.region_code', 'targets.set_by', 'targets.year'],
      filters: [
        equals('targets.plan', [plan]),
        equals('targets.indicator', indicators),
        ...regionFilter(asked),
      ],
    },
    context,
  )
}

function byIndicator(rows: MetricsRow[]): Map<string, TargetRows> {
  const targets = new Map<string, TargetRows>()
  for (const row of rows) {
    const indicator = String(row['targets.indicator'])
    const regions = targets.get(indicator) ?? new Map<string, TargetRow[]>()
    targets.set(indicator, regions)
    const region = String(row['targets.region_code'])
    const own = regions.get(region) ?? []
    regions.set(region, own)
    own.push(toTarget(row))
  }
  return targets
}

function toTarget(row: MetricsRow): TargetRow {
  const year = row['targets.year']
  return {
    setBy: row['targets.set_by'] === 'own' ? 'own' : 'national',
    year: year === null || year === undefined ? null : Number(year),
    value: Number(row['targets.target_value']),
  }
}

function regionFilter({ top, level, isSelf }: Asked): Filter[] {
  if (isSelf) return [equals('targets.region_code', [top.code])]
  const whole = level === 'province' ? [equals('targets.level', ['whole'])] : []
  return top.province === null ? whole : [...whole, equals('targets.province_code', [top.province])]
}

function equals(member: string, values: string[]): Filter {
  return { member, operator: 'equals', values }
}
