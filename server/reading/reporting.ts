import type { LoadMetrics, SecurityContext } from '../deps.ts'
import { quarterOf, yearOf, type Day } from '../progress/day.ts'
import type { HasData } from '../progress/roll-up.ts'

/** Who reported what, of the extracts asked for. */
export type Reporting = {
  /** Whether a unit ever had an accepted file; of a yearly extract: an accepted row of that year. */
  hasData: (extract: string) => HasData
  /** The units with an accepted file in the folder of the as-of day's quarter. */
  reportedIn: (extract: string) => Set<string>
  /** The years for which any unit reported a yearly extract, earliest first. */
  years: (extract: string) => number[]
}

export async function loadReporting(
  load: LoadMetrics,
  context: SecurityContext,
  extracts: string[],
  asOf: Day,
): Promise<Reporting> {
  const [ever, quarter] = await Promise.all([
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
        dimensions: ['submissions.unit', 'submissions.extract'],
        filters: [
          { member: 'submissions.extract', operator: 'equals', values: extracts },
          { member: 'submissions.quarter', operator: 'equals', values: [quarterOf(asOf)] },
        ],
      },
      context,
    ),
  ])
  const known = ever.map((row) => ({
    unit: row['reporting.unit'],
    extract: row['reporting.extract'],
    year: row['reporting.year'] === null ? null : Number(row['reporting.year']),
  }))
  const accepted = quarter.filter((row) => Number(row['submissions.files_accepted']) > 0)
  const keys = new Set(known.map((row) => key(row.extract, row.unit, row.year)))
  return {
    hasData: (extract) => (province, day) =>
      keys.has(key(extract, province, null)) || keys.has(key(extract, province, yearOf(day))),
    reportedIn: (extract) =>
      new Set(
        accepted
          .filter((row) => row['submissions.extract'] === extract)
          .map((row) => String(row['submissions.unit'])),
      ),
    years: (extract) =>
      known
        .filter((row) => row.extract === extract)
        .flatMap((row) => (row.year === null ? [] : [row.year]))
        .sort((a, b) => a - b),
  }
}

function key(extract: unknown, unit: unknown, year: number | null): string {
  return JSON.stringify([extract, unit, year])
}
