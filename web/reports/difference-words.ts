import type { TFunction } from 'i18next'
import type { ReportDifference } from '../api-reports.ts'
import { formatCompletion, formatNumber, formatValue } from '../format.ts'

export interface ShownDifference extends Pick<
  ReportDifference,
  'indicator' | 'indicatorName' | 'region' | 'regionName'
> {
  key: string
  fields: { field: string; here: string; there: string }[]
}

/**
 * The differences of one region's indicator together, as they read. What reads the same on both sides
 * is none of the report's figures; a count's numerator is the count itself.
 */
export function shownDifferences(
  t: TFunction,
  language: string,
  differences: ReportDifference[],
): ShownDifference[] {
  const groups = new Map<string, ShownDifference>()
  for (const one of differences) {
    const [here, there] = [one.here, one.there].map((value) => words(t, language, one, value))
    const isCount = one.field === 'numerator' && one.unit !== 'percent'
    if (isCount || here === undefined || there === undefined || here === there) continue
    const key = `${one.region} ${one.indicator}`
    const { indicator, indicatorName, region, regionName, field } = one
    const group = groups.get(key) ?? {
      ...{ key, indicator, indicatorName, region, regionName },
      fields: [],
    }
    groups.set(key, { ...group, fields: [...group.fields, { field, here, there }] })
  }
  return [...groups.values()]
}

/** Counts are plain, a completion is in percent, the others in the indicator's unit. */
function words(
  t: TFunction,
  language: string,
  { field, unit }: ReportDifference,
  value: number | null,
): string {
  if (value === null) return t('missing.no_data')
  if (field === 'percent') return formatCompletion(value)
  if (field === 'numerator' || field === 'denominator') return formatNumber(language, value)
  return formatValue(t, language, unit, value)
}
