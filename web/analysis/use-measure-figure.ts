import { useTranslation } from 'react-i18next'
import type { Member } from '../api-metrics.ts'
import type { Reason } from '../api.ts'
import { useFigures, type Figure } from '../figure-table/figure.ts'
import { formatNumber } from '../format.ts'

export function isRate({ format }: Member): boolean {
  return format === 'percent'
}

/** A measure's value; Cube writes numbers as text, a ratio over nothing and a small count as none. */
export function useMeasureFigure() {
  const { i18n } = useTranslation()
  const { of } = useFigures()
  return (
    member: Member,
    cell: string | number | boolean | null,
    reason: Reason | null,
  ): Figure => {
    const value = cell === null ? null : Number(cell)
    if (value === null || isRate(member)) return of('percent', value, reason)
    return { words: formatNumber(i18n.language, value), value }
  }
}
