import { queryOptions } from '@tanstack/react-query'
import type { Indicator } from '../api.ts'
import { fetchMetrics } from '../api-metrics.ts'
import type { Place } from '../region/place.ts'

/** By what the employers that filed are told apart: what they are, how far they are, how large. */
export const DIVISIONS = ['employer_kind', 'ratio_band', 'size_band'] as const

export type Division = (typeof DIVISIONS)[number]

/** What is counted of the filings of a year, with its unit. */
export const MEASURES: Record<string, Indicator['unit']> = {
  filings: 'units',
  filings_reaching: 'units',
  filings_exceeding: 'units',
  filings_upper_tier: 'units',
  filings_lower_tier: 'units',
  filings_unreduced: 'units',
  filings_exempt: 'units',
  differing_filings: 'units',
  levy_difference: 'yuan',
}

/** The view that holds a level's rows, and the dimension that tells them apart. */
const VIEWS = {
  nation: { view: 'levy', dimension: null },
  province: { view: 'levy', dimension: 'province_code' },
  prefecture: { view: 'levy_detail', dimension: 'prefecture_code' },
  county: { view: 'levy_detail', dimension: 'leaf_code' },
} as const

export function isDivision(text: string | null): text is Division {
  return DIVISIONS.some((division) => division === text)
}

export function viewOf({ region }: Place): string {
  return VIEWS[region.level].view
}

/** The question to Cube for one region and day, told apart by a division: the largest part first. */
function askOf({ region, asOf }: Place, by: Division): object {
  const { view, dimension } = VIEWS[region.level]
  const equals = (member: string, value: string) => {
    return { member: `${view}.${member}`, operator: 'equals', values: [value] }
  }
  return {
    measures: Object.keys(MEASURES).map((name) => `${view}.${name}`),
    dimensions: [`${view}.${by}`],
    filters: [
      equals('as_of_day', asOf),
      ...(dimension === null ? [] : [equals(dimension, region.code)]),
    ],
    order: { [`${view}.filings`]: 'desc' },
  }
}

/** The filings with the division they are told apart by; while another is read, the former stays on the page. */
export function kindsQuery(place: Place, by: Division) {
  const { region, asOf, snapshot } = place
  const whose = [region.code, asOf, snapshot.id].join(' ')
  return queryOptions({
    queryKey: ['kinds', whose, by] as const,
    queryFn: async ({ signal }) => {
      const ask = { query: askOf(place, by), snapshot: snapshot.id }
      return { by, rows: await fetchMetrics(ask, signal) }
    },
    staleTime: Infinity,
    placeholderData: (before, query) => (query?.queryKey[1] === whose ? before : undefined),
  })
}
