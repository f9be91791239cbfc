import type { TFunction } from 'i18next'
import type { Indicator, ProgressRow } from '../api.ts'
import type { Cell, Column, Sheet } from '../download/sheet.ts'
import { missingWords, pick } from '../format.ts'
import { statusWords } from '../status/status-words.ts'
import type { Line } from './bullet-groups.ts'

/** What a table adds to each line: columns, and the cells of an indicator. */
export interface More {
  columns: Column[]
  cellsOf: (indicator: Indicator) => Cell[]
}

function columnsOf(t: TFunction): Column[] {
  const forecast = t('trend.column.forecast')
  const bounds = ['mid', 'low', 'high'].map((bound) => t(`download.${bound}`, { name: forecast }))
  return [
    { name: t('download.indicatorCode') },
    { name: t('region.column.indicator') },
    { name: t('download.unit') },
    { name: t('region.column.actual') },
    { name: t('download.numerator') },
    { name: t('download.denominator') },
    { name: t('region.column.target') },
    { name: t('bullet.legend.expected') },
    { name: t('region.column.completion'), format: 'rate' },
    { name: t('region.column.status') },
    { name: t('download.days') },
    ...bounds.map((name) => ({ name })),
    { name: t('download.probability'), format: 'rate' },
  ]
}

/** Indicators as rows, numbers as numbers; a rate is a fraction of 1, and its unit says so. */
export function linesSheet(
  t: TFunction,
  language: string,
  lines: Line[],
  about: Pick<Sheet, 'title' | 'facts'>,
  more: More = { columns: [], cellsOf: () => [] },
): Sheet {
  const none = (value: number | null | undefined): Cell => value ?? t('download.none')
  const cellsOf = (row: ProgressRow): Cell[] => [
    row.actual ?? missingWords(t, row.reason),
    none(row.numerator),
    none(row.denominator),
    none(row.target),
    none(row.expected),
    none(row.completion),
    statusWords(t, row),
    none(row.days),
    none(row.forecast?.mid),
    none(row.forecast?.low),
    none(row.forecast?.high),
    none(row.forecast?.probability),
  ]
  const rows = lines.map(({ indicator, row }) => [
    indicator.code,
    pick(language, indicator.name),
    indicator.unit === 'percent' ? t('download.fraction') : t(`unit.name.${indicator.unit}`),
    ...cellsOf(row),
    ...more.cellsOf(indicator),
  ])
  return { ...about, columns: [...columnsOf(t), ...more.columns], rows }
}
