import type { TFunction } from 'i18next'
import type { Indicator } from '../api.ts'
import type { Cell } from '../api-region.ts'
import { formatCompletion, formatRate, formatTight, missingWords } from '../format.ts'

/** What a cell shows: completion where there is a target, else the value; or why there is none. */
export function cellText(
  t: TFunction,
  language: string,
  cell: Cell | undefined,
  indicator: Indicator,
): string {
  if (cell === undefined) return missingWords(t, 'not_applicable')
  if (cell.actual === null) return missingWords(t, cell.reason)
  if (cell.completionPercent !== null) return formatCompletion(cell.completionPercent)
  if (indicator.unit === 'percent') return formatRate(cell.actual)
  return formatTight(language, indicator.unit, cell.actual)
}

/** The status in a word, where one is judged and the text does not say it already. */
export function cellStatus(t: TFunction, cell: Cell | undefined): string {
  const status = cell?.status ?? null
  return status === null || status === 'no_data' ? '' : t(`status.${status}`)
}
