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

type Line = 'actual' | 'expected' | 'target' | 'forecast'

/** What a point has of each line; an empty string where the line has no value there. */
function partsOf(
  t: TFunction,
  value: Value,
  row: SeriesRow,
  { asOf, reason }: Series,
): Record<Line, string> {
  const future = isYetToCome(row, asOf)
  const actual = row.actual === null ? missingWords(t, reason) : value(row.actual)
  const { forecast } = row
  return {
    actual: future ? t('trend.notYet') : t('bullet.actual', { value: actual }),
    expected: row.expected === null ? '' : t('bullet.expected', { value: value(row.expected) }),
    target: row.target === null ? '' : t('bullet.target', { value: value(row.target) }),
    forecast:
      future && forecast
        ? t('bullet.forecast', {
            mid: value(forecast.mid),
            low: value(forecast.low),
            high: value(forecast.high),
          })
        : '',
  }
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
  const notes = row.notes.map((note) => t(`trend.note.${note}`, { defaultValue: '' }))
  const parts = [...Object.values(partsOf(t, value, row, series)), ...notes].filter(
    (part) => part !== '',
  )
  return `${formatQuarter(t, row.quarter)}${t('list.colon')}${parts.join(t('list.comma'))}`
}

/** For each point all that it has, then each line of the series alone. */
export function walkWords(
  t: TFunction,
  language: string,
  series: Series,
  indicator: Indicator,
): string[][] {
  const value = valueWords(t, language, indicator)
  const parts = series.rows.map((row) => partsOf(t, value, row, series))
  const lines = (['actual', 'expected', 'target', 'forecast'] as const).filter((line) =>
    parts.some((part) => part[line] !== ''),
  )
  return series.rows.map((row, at) => {
    const quarter = formatQuarter(t, row.quarter)
    const alone = lines.map((line) => {
      const words = parts[at]?.[line] || t('trend.noPoint', { line: t(`bullet.legend.${line}`) })
      return `${words}${t('list.comma')}${quarter}`
    })
    return [pointWords(t, language, row, series, indicator), ...alone]
  })
}
