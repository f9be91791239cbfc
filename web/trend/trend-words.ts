import type { TFunction } from 'i18next'
import type { Indicator, Series, SeriesRow } from '../api.ts'
import { formatQuarter, formatValue, missingWords } from '../format.ts'
import { namesOrCount } from '../foremost.ts'
import {
  direction,
  extremes,
  isYetToCome,
  knownPoints,
  missingQuarters,
  type Known,
} from './trend-model.ts'

type Value = (amount: number) => string

export function valueWords(t: TFunction, language: string, indicator: Indicator): Value {
  return (amount) => formatValue(t, language, indicator.unit, amount)
}

function missingSentence(t: TFunction, language: string, { rows, asOf }: Series): string {
  const missing = missingQuarters(rows, asOf).map((quarter) => formatQuarter(t, quarter))
  if (missing.length === 0) return t('trend.complete')
  const list = new Intl.ListFormat(language, { type: 'conjunction' })
  return t('trend.missing', { count: missing.length, quarters: list.format(missing) })
}

function forecastSentence(t: TFunction, rows: SeriesRow[], value: Value): string {
  const last = rows.at(-1)
  if (!last?.forecast) return ''
  const { low, mid, high } = last.forecast
  return t('trend.forecast', {
    quarter: formatQuarter(t, last.quarter),
    mid: value(mid),
    low: value(low),
    high: value(high),
  })
}

/** Extremes, direction, what is missing, and what is forecast: the chart in words. */
export function trendSentence(
  t: TFunction,
  language: string,
  series: Series,
  indicator: Indicator,
): string {
  const { rows, reason } = series
  const points = knownPoints(rows)
  if (points.length === 0) return t('trend.none', { reason: missingWords(t, reason) })
  const value = valueWords(t, language, indicator)
  const at = (ties: Known[]) => ({
    quarter: namesOrCount(
      t,
      language,
      ties.map(({ quarter }) => formatQuarter(t, quarter)),
      'trend.quarters',
    ),
    value: value(ties[0]?.actual ?? 0),
  })
  const heading = direction(points)
  const { highest, lowest } = extremes(points)
  const [high, low] = [at(highest), at(lowest)]
  const parts = [
    heading === null ? '' : t(`trend.${heading}`),
    high.value === low.value
      ? t('trend.constant', { value: high.value })
      : t('trend.extremes', {
          highest: high.value,
          highestQuarter: high.quarter,
          lowest: low.value,
          lowestQuarter: low.quarter,
        }),
    missingSentence(t, language, series),
    forecastSentence(t, rows, value),
  ]
  return parts.filter((part) => part !== '').join(t('list.space'))
}

/** One point: 2018 年第 2 季度：实际 10,456 人，序时应达 9,984 人. */
export function pointWords(
  t: TFunction,
  language: string,
  row: SeriesRow,
  series: Series,
  indicator: Indicator,
): string {
  const value = valueWords(t, language, indicator)
  const future = isYetToCome(row, series.asOf)
  const actual = row.actual === null ? missingWords(t, series.reason) : value(row.actual)
  const parts = [
    future ? t('trend.notYet') : t('bullet.actual', { value: actual }),
    row.expected === null ? '' : t('bullet.expected', { value: value(row.expected) }),
    row.target === null ? '' : t('bullet.target', { value: value(row.target) }),
    future && row.forecast
      ? t('bullet.forecast', {
          mid: value(row.forecast.mid),
          low: value(row.forecast.low),
          high: value(row.forecast.high),
        })
      : '',
    ...row.notes.map((note) => t(`trend.note.${note}`, { defaultValue: '' })),
  ].filter((part) => part !== '')
  return `${formatQuarter(t, row.quarter)}${t('list.colon')}${parts.join(t('list.comma'))}`
}
