import { grouping, regionFilter } from '../reading/actuals.ts'
import type { Dataset } from '../reading/dataset.ts'
import type { Filter } from '../deps.ts'
import type { Indicator } from '../progress/plan.ts'
import { memberOf, type Member } from './formula.ts'

type BreakdownRow = {
  value: string | null
  numerator: number
  denominator: number | null
  /** The count, or the ratio of the two sums; null over a denominator of 0. */
  actual: number | null
}

type Breakdown = Member & { rows: BreakdownRow[] }

/** By what a figure may be told apart, one at a time: one alone points at nobody. */
const DIMENSIONS = [
  'sex',
  'age_band',
  'disability_type',
  'disability_grade',
  'household',
  'education',
  'employment_form',
  'graduation_level',
  'programme',
  'institution_kind',
  'tier',
  'employer_kind',
  'size_band',
  'item',
]

type View = { name: string; dimensions: { name: string; shortTitle?: string }[] }

/** The figure told apart by each dimension that the view has; every one adds up to the figure. */
export async function breakdownsOf(
  dataset: Dataset,
  indicator: Indicator,
  view: View,
  provinces: string[],
): Promise<Breakdown[]> {
  const known = view.dimensions.filter(({ name }) => {
    const short = name.slice(view.name.length + 1)
    return DIMENSIONS.includes(short) && indicator.filters[short] === undefined
  })
  const all = await Promise.all(
    known.map(async (dimension) => ({
      ...memberOf(dimension),
      rows: await rowsBy(dataset, indicator, view.name, dimension.name, provinces),
    })),
  )
  return all.filter(({ rows }) => rows.length > 0)
}

async function rowsBy(
  { load, context, top, asOf }: Dataset,
  { members, filters }: Indicator,
  view: string,
  dimension: string,
  provinces: string[],
): Promise<BreakdownRow[]> {
  const equals = (name: string, values: string[]): Filter => {
    return { member: `${view}.${name}`, operator: 'equals', values }
  }
  const { numerator, denominator } = members
  const rows = await load(
    {
      measures: [numerator, denominator].flatMap((name) =>
        name === null ? [] : `${view}.${name}`,
      ),
      dimensions: [dimension],
      filters: [
        ...Object.entries(filters).map(([name, value]) => equals(name, [value].flat())),
        ...regionFilter(view, top),
        equals(grouping.province.dimension, provinces),
        equals('as_of_day', [asOf]),
      ],
      order: { [dimension]: 'asc' },
    },
    context,
  )
  return rows.map((row) => {
    const above = Number(row[`${view}.${numerator}`] ?? 0)
    const below = denominator === null ? null : Number(row[`${view}.${denominator}`] ?? 0)
    const value = row[dimension]
    return {
      value: value === null || value === undefined ? null : String(value),
      ...{ numerator: above, denominator: below, actual: valueOf(above, below) },
    }
  })
}

function valueOf(above: number, below: number | null): number | null {
  if (below === null) return above
  return below === 0 ? null : above / below
}
