import { useTranslation } from 'react-i18next'
import type { Indicator, Series, SeriesRow } from '../api.ts'
import { formatQuarter, missingWords } from '../format.ts'
import { isYetToCome } from './trend-model.ts'
import { valueWords } from './trend-words.ts'

interface TrendTableProps {
  series: Series
  indicator: Indicator
  caption: string
}

/** The chart's twin: the same numbers as rows. */
export function TrendTable({ series, indicator, caption }: TrendTableProps) {
  const { t, i18n } = useTranslation()
  const value = valueWords(t, i18n.language, indicator)
  const cell = (amount: number | null | undefined) => (amount == null ? '–' : value(amount))
  return (
    <details className="twin">
      <summary>{t('trend.table')}</summary>
      <div className="table-scroll" role="region" aria-label={t('trend.table')} tabIndex={0}>
        <table>
          <caption className="visually-hidden">{caption}</caption>
          <thead>
            <tr>
              <th scope="col">{t('trend.column.quarter')}</th>
              <th scope="col">{t('bullet.legend.actual')}</th>
              <th scope="col">{t('bullet.legend.expected')}</th>
              <th scope="col">{t('bullet.legend.target')}</th>
              <th scope="col">{t('trend.column.forecast')}</th>
            </tr>
          </thead>
          <tbody>
            {series.rows.map((row) => (
              <tr key={row.quarter}>
                <th scope="row">{formatQuarter(t, row.quarter)}</th>
                <td>{actualCell(row, series, cell, t)}</td>
                <td>{cell(row.expected)}</td>
                <td>{cell(row.target)}</td>
                <td>{forecastCell(row, cell, t)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  )
}

type Cell = (amount: number | null | undefined) => string
type Translate = ReturnType<typeof useTranslation>['t']

function actualCell(row: SeriesRow, series: Series, cell: Cell, t: Translate): string {
  if (row.actual !== null) return cell(row.actual)
  return isYetToCome(row, series.asOf) ? t('trend.notYet') : missingWords(t, series.reason)
}

function forecastCell(row: SeriesRow, cell: Cell, t: Translate): string {
  if (row.forecast === null || row.actual !== null) return '–'
  const { low, mid, high } = row.forecast
  return t('trend.interval', { mid: cell(mid), low: cell(low), high: cell(high) })
}
