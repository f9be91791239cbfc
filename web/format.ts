import type { TFunction } from 'i18next'
import type { Indicator, Reason } from './api.ts'

/** Values into words. Nothing is computed here: the server has counted, divided and rounded. */

/** The words for a value that is not there; each of the four reasons has its own, and 0 is none. */
export function missingWords(t: TFunction, reason: Reason | null): string {
  return t(`missing.${reason ?? 'no_data'}`)
}

const FORMATS = new Map<string, Intl.NumberFormat>()

/** One format for all numbers of its kind: making one takes a hundred times as long as using it. */
export function numberFormat(
  language: string,
  options: Intl.NumberFormatOptions,
): Intl.NumberFormat {
  const key = `${language} ${JSON.stringify(options)}`
  const known = FORMATS.get(key) ?? new Intl.NumberFormat(language, options)
  FORMATS.set(key, known)
  return known
}

/** Whole numbers as they are; an expected or forecast value keeps a decimal only below 100. */
export function formatNumber(language: string, value: number): string {
  const maximumFractionDigits = Math.abs(value) < 100 ? 1 : 0
  return numberFormat(language, { maximumFractionDigits }).format(value)
}

const COMPACT_FROM = 10_000

/** 5346 → 5,346; 53461 → 5.3 万 in Chinese, 53.5K in English: for axes and tight places only. */
export function formatCompact(language: string, value: number): string {
  if (Math.abs(value) < COMPACT_FROM) return formatNumber(language, value)
  const format = numberFormat(language, {
    notation: 'compact',
    maximumFractionDigits: 1,
    useGrouping: 'always',
  })
  const parts = format.formatToParts(value)
  const gap = language.startsWith('zh') ? ' ' : ''
  return parts
    .map((part) => (part.type === 'compact' ? `${gap}${part.value}` : part.value))
    .join('')
}

const HALF = 0.5 + 1e-9

/** A fraction of 1 as a percentage with two decimals, half up; short of 1 it never shows 100.00. */
export function formatRate(fraction: number): string {
  const hundredths = Math.floor(Math.abs(fraction) * 10_000 + HALF)
  const shown = hundredths === 10_000 && fraction < 1 ? 9_999 : hundredths
  return `${fraction < 0 && shown > 0 ? '-' : ''}${(shown / 100).toFixed(2)}%`
}

/** The server's completion rate, rounded there: two decimals, never recomputed. */
export function formatCompletion(percent: number): string {
  return `${percent.toFixed(2)}%`
}

/** A target set as a fraction: 100%, 65%, without the decimals that a result carries. */
export function formatTargetRate(language: string, fraction: number): string {
  const format = numberFormat(language, { style: 'percent', maximumFractionDigits: 2 })
  return format.format(fraction)
}

/** The value with its unit: 12,345 人, 96.34%. */
export function formatValue(
  t: TFunction,
  language: string,
  unit: Indicator['unit'],
  value: number,
): string {
  if (unit === 'percent') return formatRate(value)
  return t(`unit.${unit}`, { value: formatNumber(language, value), count: value })
}

/** The same, but money as 1,790 万元: for reading at a glance, with the full value beside it. */
export function formatShort(
  t: TFunction,
  language: string,
  unit: Indicator['unit'],
  value: number,
): string {
  if (unit !== 'yuan' || Math.abs(value) < COMPACT_FROM)
    return formatValue(t, language, unit, value)
  return t('unit.yuanShort', { value: formatCompact(language, value) })
}

/** The same for tight places: 5.3 万 instead of 53,461 人. */
export function formatTight(language: string, unit: Indicator['unit'], value: number): string {
  return unit === 'percent' ? formatTargetRate(language, value) : formatCompact(language, value)
}

/** 2018-06-30 → 2018 年 6 月 30 日. */
export function formatDay(t: TFunction, day: string): string {
  const [year = '', month = '', date = ''] = day.split('-')
  return t('date.day', { year, month: t(`date.month.${Number(month)}`), date: Number(date) })
}

/** 2018Q2 → 2018 年第 2 季度. */
export function formatQuarter(t: TFunction, quarter: string): string {
  const [year = '', number = ''] = quarter.split('Q')
  return t('date.quarter', { year, number })
}

/** Days ahead of the expected line, behind it, or on it, in words. */
export function formatDays(t: TFunction, days: number): string {
  if (days === 0) return t('days.even')
  const count = Math.abs(days)
  return days > 0 ? t('days.ahead', { count }) : t('days.behind', { count })
}

export function pick(language: string, words: { zh: string; en: string }): string {
  return language.startsWith('zh') ? words.zh : words.en
}
