import type { TFunction } from 'i18next'
import type { Indicator, Series, SeriesRow } from '../api.ts'
import type { Cell, Column, Sheet } from '../download/sheet.ts'
import { formatQuarter, missingWords } from '../format.ts'
import { isYetToCome } from './trend-model.ts'

function columnsOf(t: TFunction, indicator: Indicator): Column[] {
  const format = indicator.unit === 'percent' ? 'rate' : 'count'
  const unit = t(`unit.name.${indicator.unit}`)
  const names = ['actual', 'expected', 'target'].map((name) => t(`bullet.legend.${name}`))
  const forecast = t('trend.column.forecast')
  const bounds = ['mid', 'low', 'high'].map((bound) => t(`download.${bound}`, { name: forecast }))
  const figures = [...names, ...bounds].map((name) => ({
    name: t('download.withUnit', { name, unit }),
    format,
  })) satisfies Column[]
  return [{ name: t('trend.column.quarter') }, ...figures]
}

/** The quarters as rows, numbers as numbers. */
export function trendSheet(
  t: TFunction,
  series: Series,
  indicator: Indicator,
  about: Pick<Sheet, 'title' | 'facts'>,
): Sheet {
  const cell = (value: number | null | undefined): Cell => value ?? t('download.none')
  const actual = (row: SeriesRow): Cell =>
    row.actual ??
    (isYetToCome(row, series.asOf) ? t('trend.notYet') : missingWords(t, series.reason))
  const rows = series.rows.map((row) => [
    formatQuarter(t, row.quarter),
    actual(row),
    cell(row.expected),
    cell(row.target),
    cell(row.forecast?.mid),
    cell(row.forecast?.low),
    cell(row.forecast?.high),
  ])
  return { ...about, columns: columnsOf(t, indicator), rows }
}
