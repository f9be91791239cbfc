import type { TFunction } from 'i18next'
import { reason, status, type Indicator, type Reason, type Status } from '../api.ts'
import type { Cell } from '../api-region.ts'
import { formatCompletion, formatRate, formatTight, formatValue, missingWords } from '../format.ts'

/** The words that all cells share, looked up once: a scrolled screen has three hundred of them. */
export interface MatrixWords {
  language: string
  missing: Record<Reason, string>
  status: Record<Status, string>
  /** A value with its unit, money in full. */
  value: (unit: Indicator['unit'], value: number) => string
}

export function matrixWords(t: TFunction, language: string): MatrixWords {
  const missing = reason.options.map((one) => [one, missingWords(t, one)])
  const judged = status.options.map((one) => [one, one === 'no_data' ? '' : t(`status.${one}`)])
  return {
    language,
    missing: Object.fromEntries(missing) as MatrixWords['missing'],
    status: Object.fromEntries(judged) as MatrixWords['status'],
    value: (unit, value) => formatValue(t, language, unit, value),
  }
}

/** What a cell shows: completion where there is a target, else the value; or why there is none. */
export function cellText(
  { language, missing }: MatrixWords,
  cell: Cell | undefined,
  indicator: Indicator,
): string {
  if (cell === undefined) return missing.not_applicable
  if (cell.actual === null) return missing[cell.reason ?? 'no_data']
  if (cell.completionPercent !== null) return formatCompletion(cell.completionPercent)
  if (indicator.unit === 'percent') return formatRate(cell.actual)
  return formatTight(language, indicator.unit, cell.actual)
}

/** What a cell is called: as it shows, an amount in full with its unit; and its status. */
export function cellName(words: MatrixWords, cell: Cell | undefined, indicator: Indicator): string {
  const amount = cell?.completionPercent === null ? cell.actual : null
  const shown =
    amount === null ? cellText(words, cell, indicator) : words.value(indicator.unit, amount)
  const judged = cellStatus(words, cell)
  return judged === '' ? shown : `${shown} ${judged}`
}

/** The status in a word, where one is judged and the text does not say it already. */
export function cellStatus({ status: judged }: MatrixWords, cell: Cell | undefined): string {
  const found = cell?.status ?? null
  return found === null ? '' : judged[found]
}
