import { useTranslation } from 'react-i18next'
import type { Indicator } from '../api.ts'
import type { SortColumn } from './ranking-model.ts'

/** What is set against last year has its value where others have a target. */
export function useColumnNames(indicator: Indicator): (column: SortColumn) => string {
  const { t } = useTranslation()
  const last = indicator.comparedWith === 'last_year'
  return (column) =>
    last && (column === 'target' || column === 'completion')
      ? t(`ranking.column.${column}LastYear`)
      : t(`ranking.column.${column}`)
}
