import type { TFunction } from 'i18next'
import type { Indicator, ProgressRow } from '../api.ts'
import type { RecentRow } from '../api-recent.ts'
import { statusWords } from '../status/status-words.ts'
import {
  formatCompletion,
  formatDay,
  formatDays,
  formatNumber,
  formatRate,
  formatTargetRate,
  formatValue,
  missingWords,
  pick,
} from '../format.ts'

const SAID_FLAGS = [
  'interpretation',
  'provisional',
  'partial_data',
  'beyond_data',
  'wage_cap_missing',
  'data_late',
  'work_late',
]

/** What must be said beside the figure: whose target, until when, and how firm. */
export function noteWords(
  t: TFunction,
  language: string,
  row: ProgressRow,
  indicator: Indicator,
): string[] {
  const { unit } = indicator
  const value = (amount: number) => formatValue(t, language, unit, amount)
  const notes: string[] = []
  if (row.periodYear !== null) notes.push(t('note.year', { year: row.periodYear }))
  if (row.ownTarget !== null && row.nationalTarget !== null && row.target !== row.nationalTarget) {
    notes.push(t('note.ownTarget', { value: targetWords(t, language, unit, row.nationalTarget) }))
  }
  if (row.targetThrough !== null) notes.push(t('note.through', { year: row.targetThrough }))
  if (row.atDeadline?.actual != null) {
    const { day, actual } = row.atDeadline
    notes.push(t('note.atDeadline', { day: formatDay(t, day), value: value(actual) }))
  }
  for (const flag of SAID_FLAGS) if (row.flags.includes(flag)) notes.push(t(`flag.${flag}`))
  return notes
}

/** How many of the units due have reported this quarter. */
export function reportedWords(t: TFunction, { unitsReported, unitsDue }: ProgressRow): string {
  if (unitsReported === null || unitsDue === null) return ''
  return t('note.reported', { reported: unitsReported, due: unitsDue })
}

/** The target as the document sets it: 20,000 人, 100%. */
export function targetWords(
  t: TFunction,
  language: string,
  unit: Indicator['unit'],
  target: number,
): string {
  if (unit === 'percent') return formatTargetRate(language, target)
  return formatValue(t, language, unit, target)
}

/** The count behind a ratio: 927 of 962. */
export function ratioWords(t: TFunction, language: string, row: ProgressRow): string {
  if (row.numerator === null || row.denominator === null) return ''
  return t('bullet.ratio', {
    numerator: formatNumber(language, row.numerator),
    denominator: formatNumber(language, row.denominator),
  })
}

function ratioSentence(t: TFunction, language: string, row: ProgressRow): string {
  const value = ratioWords(t, language, row)
  return value === '' ? '' : t('bullet.counts', { value })
}

export function actualWords(
  t: TFunction,
  language: string,
  row: ProgressRow,
  indicator: Indicator,
): string {
  if (row.actual === null) return missingWords(t, row.reason)
  return formatValue(t, language, indicator.unit, row.actual)
}

/** What the target is called: it may be last year's value, not one that was set. */
export function targetName(indicator: Indicator): 'target' | 'lastYear' {
  return indicator.comparedWith === 'last_year' ? 'lastYear' : 'target'
}

/** What is to be expected on the last day, with its interval; empty where nothing is forecast. */
export function forecastWords(
  t: TFunction,
  language: string,
  row: ProgressRow,
  indicator: Indicator,
): string {
  if (row.forecast === null) return ''
  const value = (amount: number) => formatValue(t, language, indicator.unit, amount)
  const { low, mid, high, probability } = row.forecast
  const interval = t('bullet.forecast', {
    mid: value(mid),
    low: value(low),
    high: value(high),
  })
  if (probability === null) return interval
  return [interval, t('bullet.probability', { value: formatRate(probability) })].join(
    t('list.comma'),
  )
}

/** Days ahead or behind; nothing where the target is met or progress is not judged. */
export function daysWords(t: TFunction, { days, status }: ProgressRow): string {
  return days === null || status === null || status === 'met' ? '' : formatDays(t, days)
}

/** The whole bullet in one sentence, for those who do not see it. */
export function bulletWords(
  t: TFunction,
  language: string,
  row: ProgressRow,
  indicator: Indicator,
): string {
  const value = (amount: number | null) =>
    amount === null ? null : formatValue(t, language, indicator.unit, amount)
  const parts = [
    t('bullet.actual', { value: actualWords(t, language, row, indicator) }),
    row.target === null
      ? t('bullet.noTarget')
      : t(`bullet.${targetName(indicator)}`, {
          value: targetWords(t, language, indicator.unit, row.target),
        }),
    row.completionPercent === null
      ? ''
      : t('bullet.completion', { value: formatCompletion(row.completionPercent) }),
    row.expected === null || row.expected === row.target
      ? ''
      : t('bullet.expected', { value: value(row.expected) }),
    t('bullet.status', { value: statusWords(t, row) }),
    daysWords(t, row),
    ratioSentence(t, language, row),
    forecastWords(t, language, row, indicator),
  ].filter((part) => part !== '')
  return `${pick(language, indicator.name)}${t('list.colon')}${parts.join(t('list.comma'))}`
}

/** Where the small line begins and ends: empty while it is read, or where nothing is known. */
export function recentWords(
  t: TFunction,
  language: string,
  recent: RecentRow['points'] | undefined,
  { unit }: Indicator,
): string {
  const known = recent?.filter(({ actual }) => actual !== null) ?? []
  const [first, last] = [known[0], known.at(-1)]
  if (first?.actual == null || last?.actual == null || first === last) return ''
  return t('bullet.recent', {
    from: formatDay(t, first.day),
    first: formatValue(t, language, unit, first.actual),
    last: formatValue(t, language, unit, last.actual),
  })
}
