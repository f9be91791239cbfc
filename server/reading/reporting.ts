import type { LoadMetrics, MetricsRow, SecurityContext } from '../deps.ts'
import { earlier, quarterEnd, quarterOf, yearOf, type Day } from '../progress/day.ts'
import type { HasData } from '../progress/roll-up.ts'
import type { Dataset } from './dataset.ts'
import { provincesOf, type Region } from './regions.ts'

/** Who reported what, of the extracts asked for. */
export type Reporting = {
  /** Whether a unit ever had an accepted file; of a yearly extract: an accepted row of that year. */
  hasData: (extract: string) => HasData
  /** The units with an accepted file in the folder of the as-of day's quarter. */
  reportedIn: (extract: string) => Set<string>
  /** The last day up to the as-of day for which a unit has reported; null where it never has. */
  cutoffOf: (extract: string) => (unit: string) => Day | null
  /** The years for which any unit reported a yearly extract, earliest first. */
  years: (extract: string) => number[]
}

export async function loadReporting(
  load: LoadMetrics,
  context: SecurityContext,
  extracts: string[],
  asOf: Day,
): Promise<Reporting> {
  const [ever, quarters] = await Promise.all([
    load(
      {
        dimensions: ['reporting.unit', 'reporting.extract', 'reporting.year'],
        filters: [{ member: 'reporting.extract', operator: 'equals', values: extracts }],
      },
      context,
    ),
    load(
      {
        measures: ['submissions.files_accepted'],
        dimensions: ['submissions.unit', 'submissions.extract', 'submissions.quarter'],
        filters: [{ member: 'submissions.extract', operator: 'equals', values: extracts }],
      },
      context,
    ),
  ])
  const reports = byExtract(ever, 'reporting')
  const accepted = quarters
    .filter((row) => Number(row['submissions.files_accepted']) > 0)
    .filter((row) => String(row['submissions.quarter']) <= quarterOf(asOf))
  const files = byExtract(accepted, 'submissions')
  const now = byExtract(
    accepted.filter((row) => row['submissions.quarter'] === quarterOf(asOf)),
    'submissions',
  )
  return {
    hasData: (extract) => hasDataOf(reports(extract)),
    reportedIn: (extract) => new Set(now(extract).map((row) => String(row['submissions.unit']))),
    cutoffOf: (extract) => cutoffOf(files(extract), asOf),
    years: (extract) =>
      reports(extract)
        .flatMap((row) => (row['reporting.year'] === null ? [] : [Number(row['reporting.year'])]))
        .sort((a, b) => a - b),
  }
}

/** Whether a unit of the region ever reported an extract; of a yearly one, for the as-of day's year. */
export async function reportedUnder(
  { load, context, asOf, tree, top }: Pick<Dataset, 'load' | 'context' | 'asOf' | 'tree' | 'top'>,
  extracts: string[],
): Promise<(extract: string, region?: Region) => boolean> {
  const { hasData } = await loadReporting(load, context, extracts, asOf)
  return (extract, region = top) => {
    const units = region.province === null ? provincesOf(tree) : [{ code: region.province }]
    return units.some(({ code }) => hasData(extract)(code, asOf))
  }
}

function byExtract(rows: MetricsRow[], view: string): (extract: string) => MetricsRow[] {
  const groups = new Map<unknown, MetricsRow[]>()
  for (const row of rows) {
    const extract = row[`${view}.extract`]
    const group = groups.get(extract)
    if (group === undefined) groups.set(extract, [row])
    else group.push(row)
  }
  return (extract) => groups.get(extract) ?? []
}

function cutoffOf(rows: MetricsRow[], asOf: Day): (unit: string) => Day | null {
  const latest = new Map<string, string>()
  for (const row of rows) {
    const unit = String(row['submissions.unit'])
    const quarter = String(row['submissions.quarter'])
    if (quarter > (latest.get(unit) ?? '')) latest.set(unit, quarter)
  }
  return (unit) => {
    const quarter = latest.get(unit)
    return quarter === undefined ? null : earlier(asOf, quarterEnd(quarter))
  }
}

/** A row without a year holds for every day, one with a year for the days of that year. */
function hasDataOf(rows: MetricsRow[]): HasData {
  const units = new Map<string, Set<number | null>>()
  for (const row of rows) {
    const unit = String(row['reporting.unit'])
    const year = row['reporting.year']
    const years = units.get(unit) ?? new Set<number | null>()
    units.set(unit, years.add(year === null ? null : Number(year)))
  }
  return (province, day) => {
    const years = units.get(province)
    return years !== undefined && (years.has(null) || years.has(yearOf(day)))
  }
}
