import type { ProgressRow } from '../progress/row.ts'
import type { Findings, IndicatorFindings } from './findings.ts'
import { increaseOf } from './sentences.ts'
import { percentOf } from './shown.ts'

/** A number of the report: `A1/440000/actual`. Rates are fractions of 1, completion is in percent. */
export type Figure = { key: string; value: number | null }

/** A figure that another reading of the data gives otherwise; null on the side that lacks it. */
export type FigureDifference = { key: string; here: number | null; there: number | null }

/** The same with what it is about, in words; `unit` is the indicator's. */
export type NamedDifference = FigureDifference & {
  indicator: string
  indicatorName: { zh: string; en: string }
  unit: string
  region: string
  regionName: string
  field: string
}

const fields = ['actual', 'numerator', 'denominator', 'target', 'expected'] as const

/** Every number that the report's words, tables and charts are made from, in the report's order. */
export function figuresOf({ indicators }: Findings): Figure[] {
  return indicators.flatMap((found) => [
    ...rowFigures(found, found.own),
    { key: keyOf(found.own, 'increase'), value: increaseOf(found) },
    { key: keyOf(found.own, 'at_deadline'), value: found.own.atDeadline?.actual ?? null },
    ...found.regions.flatMap((row) => rowFigures(found, row)),
  ])
}

function rowFigures({ indicator }: IndicatorFindings, row: ProgressRow): Figure[] {
  const plain = fields.map((field) => ({ key: keyOf(row, field), value: row[field] }))
  return [...plain, { key: keyOf(row, 'percent'), value: percentOf(indicator, row) }]
}

function keyOf({ indicator, region }: ProgressRow, field: string): string {
  return `${indicator}/${region}/${field}`
}

/** The figures that are not the same in both lists, in the order of the first. */
export function differencesOf(here: Figure[], there: Figure[]): FigureDifference[] {
  const others = new Map(there.map(({ key, value }) => [key, value]))
  const own = new Set(here.map(({ key }) => key))
  const changed = here
    .filter(({ key, value }) => (others.get(key) ?? null) !== value)
    .map(({ key, value }) => ({ key, here: value, there: others.get(key) ?? null }))
  const added = there
    .filter(({ key, value }) => !own.has(key) && value !== null)
    .map(({ key, value }) => ({ key, here: null, there: value }))
  return [...changed, ...added]
}

/** Names each difference by the findings that it came from; the later ones know every region. */
export function namedDifferences(
  differences: FigureDifference[],
  ...known: Findings[]
): NamedDifference[] {
  const rows = known.flatMap(({ indicators }) =>
    indicators.flatMap(({ own, regions }) => [own, ...regions]),
  )
  const regions = new Map(rows.map(({ region, regionName }) => [region, regionName]))
  const all = known.flatMap(({ indicators }) => indicators)
  const indicators = new Map(all.map(({ indicator }) => [indicator.code, indicator]))
  return differences.map((difference) => {
    const [indicator = '', region = '', field = ''] = difference.key.split('/')
    const { name, unit } = indicators.get(indicator) ?? { name: { zh: '', en: '' }, unit: '' }
    const regionName = regions.get(region) ?? region
    return { ...difference, indicator, indicatorName: name, unit, region, regionName, field }
  })
}
