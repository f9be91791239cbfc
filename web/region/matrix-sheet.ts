import type { TFunction } from 'i18next'
import type { Indicator } from '../api.ts'
import type { Cell as MatrixCell, Matrix } from '../api-region.ts'
import type { Cell, Column, Sheet } from '../download/sheet.ts'
import { missingWords, pick } from '../format.ts'
import { cellStatus, matrixWords } from './matrix-words.ts'

/** Regions as rows; of each indicator the actual, the completion in percent and the status. */
export function matrixSheet(
  t: TFunction,
  language: string,
  {
    matrix,
    indicators,
  }: { matrix: Pick<Matrix, 'indicators' | 'regions'>; indicators: Indicator[] },
  about: Pick<Sheet, 'title' | 'facts'>,
): Sheet {
  const words = matrixWords(t, language)
  const columns: Column[] = indicators.flatMap((indicator) => {
    const name = pick(language, indicator.name)
    const isRate = indicator.unit === 'percent'
    const unit = t(`unit.name.${indicator.unit}`)
    const of = (column: string) => t('download.ofIndicator', { name, column })
    return [
      {
        name: isRate ? name : t('download.withUnit', { name, unit }),
        format: isRate ? ('rate' as const) : ('count' as const),
      },
      { name: of(t('download.percent')) },
      { name: of(t('region.column.status')) },
    ]
  })
  const cellsOf = (cell: MatrixCell | undefined): Cell[] => [
    cell?.actual ?? missingWords(t, cell === undefined ? 'not_applicable' : cell.reason),
    cell?.completionPercent ?? t('download.none'),
    cellStatus(words, cell) || t('download.none'),
  ]
  return {
    ...about,
    columns: [{ name: t('download.code') }, { name: t('region.matrix.region') }, ...columns],
    rows: matrix.regions.map(({ code, name, cells }) => [
      code,
      name,
      ...indicators.flatMap((one) => cellsOf(cells[matrix.indicators.indexOf(one.code)])),
    ]),
  }
}
