import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { metricsQuery } from '../queries.ts'

const NAMES = {
  dimensions: ['code', 'name', 'valid_from', 'valid_to'].map((name) => `regions.${name}`),
  limit: 20_000,
}

export function regionNamesQuery(snapshot: string) {
  return metricsQuery({ query: NAMES, snapshot })
}

/** The name that a region's code has on a day; the code where it has none then. */
export function useRegionNames(snapshot: string, asOf: string): (code: string) => string {
  const { t } = useTranslation()
  const { data } = useQuery(regionNamesQuery(snapshot))
  const names = new Map<string, string>()
  for (const row of data ?? []) {
    const [from, to] = [row['regions.valid_from'], row['regions.valid_to']].map((day) =>
      String(day ?? '').slice(0, 10),
    )
    if (String(from) <= asOf && (to === '' || String(to) >= asOf))
      names.set(String(row['regions.code']), String(row['regions.name']))
  }
  return (code) => {
    const parent = names.get(code.replace(/-self$/, ''))
    if (code.endsWith('-self') && parent !== undefined) return t('analysis.self', { parent })
    return names.get(code) ?? code
  }
}
