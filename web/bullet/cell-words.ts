import type { TFunction } from 'i18next'
import type { Indicator, ProgressRow } from '../api.ts'
import {
  formatCompact,
  formatCompletion,
  formatNumber,
  formatRate,
  formatShort,
  formatValue,
  missingWords,
} from '../format.ts'
import { targetWords } from './bullet-words.ts'

/** What a row shows at a glance: the value, of how many, what its marker stands at, how much is reached. */
export interface Cells {
  value: string
  against: string
  mark: string
  completion: string
}

const WIDE = 1_000_000

/** Whole counts as long as they fit a column. */
function countWords(language: string, count: number): string {
  return count < WIDE ? formatNumber(language, count) : formatCompact(language, count)
}

/** A share of all that must have it is told by its counts, 850 / 954; the rate itself is the completion. */
function isCounted(row: ProgressRow, { comparedWith }: Indicator): boolean {
  const { actual, target, numerator, denominator } = row
  const whole = actual !== null && target === 1 && numerator !== null && denominator !== null
  return whole && comparedWith === 'target'
}

function markWords(t: TFunction, language: string, target: number, { unit }: Indicator): string {
  if (unit === 'percent') return targetWords(t, language, unit, target)
  return unit === 'yuan' ? formatShort(t, language, unit, target) : countWords(language, target)
}

/** What is printed on the marker: the target as the document sets it, or last year's value by its name. */
function markedWords(t: TFunction, language: string, row: ProgressRow, indicator: Indicator) {
  if (row.target === null || isOne(row, indicator)) return ''
  if (indicator.comparedWith === 'target') return markWords(t, language, row.target, indicator)
  const { target } = row
  const isRate = indicator.unit === 'percent'
  const value = isRate ? formatRate(target) : markWords(t, language, target, indicator)
  return t('bullet.ofLastYear', { value })
}

/** A single unit either has it or not: no 1 / 1. */
function isOne(row: ProgressRow, { kind }: Indicator): boolean {
  return kind === 'milestone' && row.actual !== null && row.denominator === 1
}

/** The value alone, for tight places: 1,042 人, 1,790 万元, 57.69%; of a single unit's milestone: 已有. */
export function glanceWords(
  t: TFunction,
  language: string,
  row: ProgressRow,
  indicator: Indicator,
): string {
  if (row.actual === null) return missingWords(t, row.reason)
  if (isOne(row, indicator)) return t(row.actual === 1 ? 'bullet.there' : 'bullet.notThere')
  return formatShort(t, language, indicator.unit, row.actual)
}

/** The same with money in full, for the ear. */
export function fullWords(
  t: TFunction,
  language: string,
  row: ProgressRow,
  indicator: Indicator,
): string {
  if (indicator.unit === 'yuan' && row.actual !== null)
    return formatValue(t, language, indicator.unit, row.actual)
  return glanceWords(t, language, row, indicator)
}

function pairWords(t: TFunction, language: string, row: ProgressRow, indicator: Indicator) {
  const value = glanceWords(t, language, row, indicator)
  if (isOne(row, indicator) || !isCounted(row, indicator)) return { value, against: '' }
  return {
    value: countWords(language, row.numerator ?? 0),
    against: t('bullet.of', { value: countWords(language, row.denominator ?? 0) }),
  }
}

export function cellWords(
  t: TFunction,
  language: string,
  row: ProgressRow,
  indicator: Indicator,
): Cells {
  const completion = row.completionPercent === null ? '' : formatCompletion(row.completionPercent)
  const mark = markedWords(t, language, row, indicator)
  return { ...pairWords(t, language, row, indicator), mark, completion }
}
