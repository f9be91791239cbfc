import { SUPPRESSED, type MetricsRow } from '../api-metrics.ts'
import type { Place } from '../region/place.ts'
import type { Attribute, Picked } from './chosen.ts'

const CODE = {
  nation: null,
  province: 'province_code',
  prefecture: 'prefecture_code',
  county: 'leaf_code',
} as const

/** The view that knows the attributes of the persons an indicator counts. */
export function viewOf({ indicator }: Place): string {
  return `${indicator.members.numerator.split('.')[0] ?? ''}_detail`
}

function measuresOf(place: Place): string[] {
  const { numerator, denominator } = place.indicator.members
  const names = denominator === null ? [numerator] : [numerator, denominator]
  return names.map((name) => `${viewOf(place)}.${name.split('.')[1] ?? ''}`)
}

/** Below a province two attributes are asked for as a table with the place, so that small counts can be hidden. */
function isCrossing({ region }: Place, attributes: Attribute[]): boolean {
  return (region.level === 'prefecture' || region.level === 'county') && attributes.length > 1
}

/** The question to Cube for one region, one day and those picked; told apart by an attribute where one is named. */
export function askOf(place: Place, picked: Picked[], by: Attribute | null): object {
  const full = (name: string) => `${viewOf(place)}.${name}`
  const equals = (name: string, values: string[]) => ({
    member: full(name),
    operator: 'equals',
    values,
  })
  const code = CODE[place.region.level]
  const own = by === null ? [] : [by]
  const attributes = [...picked.map(({ attribute }) => attribute), ...own]
  const crossing = isCrossing(place, attributes)
  const province = place.region.path.find(({ level }) => level === 'province')
  return {
    measures: measuresOf(place),
    dimensions: (crossing && code !== null ? [code, ...attributes] : own).map(full),
    filters: [
      ...Object.entries(place.indicator.members.filters).map(([name, value]) =>
        equals(name, [value].flat()),
      ),
      ...(code === null ? [] : [equals(code, [place.region.code])]),
      ...(crossing && province ? [equals('province_code', [province.code])] : []),
      ...picked.map(({ attribute, value }) => equals(attribute, [value])),
      equals('as_of_day', [place.asOf]),
    ],
  }
}

interface Counts {
  /** Null where it is hidden because it is small, or because a small one could be had from it. */
  numerator: number | null
  /** Undefined for a count. */
  denominator: number | null | undefined
}

/** Numerator and denominator of a row; no row is nobody. */
export function countsOf(place: Place, row: MetricsRow | undefined): Counts {
  const [numerator = '', denominator] = measuresOf(place)
  const count = (name: string) => (row?.[SUPPRESSED] === true ? null : Number(row?.[name] ?? 0))
  return {
    numerator: count(numerator),
    denominator: denominator === undefined ? undefined : count(denominator),
  }
}
