import type { LoadMetrics, MetricsRow, SecurityContext } from '../deps.ts'
import type { Day } from '../progress/day.ts'

/** One submission of a target; ratios as fractions of 1. `supersededIn` is null while it stands. */
export type TargetVersion = {
  setBy: 'national' | 'own'
  unit: string
  statedCode: string
  year: number | null
  value: number
  documentNumber: string | null
  bindingNature: string | null
  effectiveOn: Day | null
  quarter: string
  file: string
  line: number
  supersededIn: string | null
  supersededBy: string | null
}

const dimensions = [
  'indicator',
  'set_by',
  'unit',
  'stated_code',
  'year',
  'document_number',
  'binding_nature',
  'effective_on',
  'quarter',
  'path',
  'line',
  'superseded_in',
  'superseded_by',
]

/** Every version submitted for one region, by indicator: its own first, year by year (全期 before), the latest first. */
export async function loadVersions(
  load: LoadMetrics,
  context: SecurityContext,
  asked: { plan: string; indicators: string[]; region: string },
): Promise<Map<string, TargetVersion[]>> {
  const rows = await load(
    {
      measures: ['target_versions.target_value'],
      dimensions: dimensions.map((name) => `target_versions.${name}`),
      filters: [
        { member: 'target_versions.plan', operator: 'equals', values: [asked.plan] },
        { member: 'target_versions.indicator', operator: 'equals', values: asked.indicators },
        { member: 'target_versions.region_code', operator: 'equals', values: [asked.region] },
      ],
    },
    context,
  )
  const versions = new Map<string, TargetVersion[]>(asked.indicators.map((code) => [code, []]))
  for (const row of rows)
    versions.get(String(row['target_versions.indicator']))?.push(toVersion(row))
  for (const found of versions.values()) found.sort(latestFirst)
  return versions
}

function toVersion(row: MetricsRow): TargetVersion {
  const of = (name: string) => row[`target_versions.${name}`] ?? null
  const text = (name: string) => (of(name) === null ? null : String(of(name)))
  return {
    setBy: of('set_by') === 'own' ? 'own' : 'national',
    unit: text('unit') ?? '',
    statedCode: text('stated_code') ?? '',
    year: of('year') === null ? null : Number(of('year')),
    value: Number(of('target_value')),
    documentNumber: text('document_number'),
    bindingNature: text('binding_nature'),
    effectiveOn: text('effective_on'),
    quarter: text('quarter') ?? '',
    file: text('path') ?? '',
    line: Number(of('line')),
    supersededIn: text('superseded_in'),
    supersededBy: text('superseded_by'),
  }
}

function latestFirst(a: TargetVersion, b: TargetVersion): number {
  if (a.setBy !== b.setBy) return a.setBy === 'own' ? -1 : 1
  const byYear = (a.year ?? 0) - (b.year ?? 0)
  if (byYear !== 0) return byYear
  const stands = (version: TargetVersion) => (version.supersededBy === null ? 1 : 0)
  if (stands(a) !== stands(b)) return stands(b) - stands(a)
  if (a.quarter !== b.quarter) return a.quarter < b.quarter ? 1 : -1
  return b.file.localeCompare(a.file, 'en', { numeric: true }) || b.line - a.line
}
