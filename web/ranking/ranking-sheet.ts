import type { TFunction } from 'i18next'
import type { Indicator, ProgressRow } from '../api.ts'
import { missingWords } from '../format.ts'
import { statusWords } from '../status/status-words.ts'
import type { Cell, Column, Sheet } from '../download/sheet.ts'
import type { RankedRow, SortColumn } from './ranking-model.ts'

function columnsOf(
  t: TFunction,
  indicator: Indicator,
  names: (column: SortColumn) => string,
): Column[] {
  const format = indicator.unit === 'percent' ? 'rate' : 'count'
  const unit = t(`unit.name.${indicator.unit}`)
  const withUnit = (name: string) => t('download.withUnit', { name, unit })
  return [
    { name: names('rank') },
    { name: t('download.code') },
    { name: names('name') },
    { name: names('completion'), format: 'rate' },
    { name: t('ranking.column.status') },
    { name: withUnit(names('actual')), format },
    { name: withUnit(names('target')), format },
    { name: names('days') },
    { name: t('ranking.best') },
    { name: t('ranking.worst') },
  ]
}

/** The table as it is sorted, its numbers as numbers; what is not there is told by its own word. */
export function rankingSheet(
  t: TFunction,
  sorted: RankedRow[],
  indicator: Indicator,
  about: Pick<Sheet, 'title' | 'facts'>,
  names: (column: SortColumn) => string,
): Sheet {
  const cell = (value: number | null, row: ProgressRow): Cell =>
    value ?? (row.actual === null ? missingWords(t, row.reason) : t('download.none'))
  const rows = sorted.map(({ row, rank }) => [
    cell(rank, row),
    row.region,
    row.regionName,
    cell(row.completion, row),
    statusWords(t, row),
    cell(row.actual, row),
    cell(row.target, row),
    cell(row.days, row),
    cell(row.rank?.best ?? null, row),
    cell(row.rank?.worst ?? null, row),
  ])
  return { ...about, columns: columnsOf(t, indicator, names), rows }
}
