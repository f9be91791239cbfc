import type { TFunction } from 'i18next'
import type { Indicator, Progress, ProgressRow } from '../api.ts'
import { formatCompletion, formatDays, pick } from '../format.ts'

const CONCERNS = ['watch', 'behind', 'overdue', 'no_data'] as const

/** The row that lags most: the lowest pace among those not on their expected line. */
export function worstRow(rows: ProgressRow[]): ProgressRow | undefined {
  const lagging = rows.filter(
    (row) => row.status === 'watch' || row.status === 'behind' || row.status === 'overdue',
  )
  return lagging.sort((a, b) => (a.pace ?? 0) - (b.pace ?? 0))[0]
}

/** The units furthest behind in one indicator, the worst first. */
export function worstUnits(rows: ProgressRow[], count: number): ProgressRow[] {
  return rows
    .filter((row) => row.pace !== null && row.status !== 'met' && row.status !== 'on_pace')
    .sort((a, b) => (a.pace ?? 0) - (b.pace ?? 0))
    .slice(0, count)
}

function judged(counts: Record<string, number>): number {
  const all = Object.entries(counts).filter(([status]) => status !== 'none')
  return all.reduce((sum, [, count]) => sum + count, 0)
}

/** How many indicators are on the expected line, and how many are not, in one sentence. */
export function stateSentence(t: TFunction, progress: Progress): string {
  const counts = progress.statusCounts
  const total = judged(counts)
  if (total === 0) return t('summary.nothing')
  const good = (counts.met ?? 0) + (counts.on_pace ?? 0)
  const parts = CONCERNS.filter((status) => (counts[status] ?? 0) > 0).map((status) =>
    t(`summary.part.${status}`, { count: counts[status] ?? 0 }),
  )
  const head = t('summary.state', { count: total, good })
  return [head, ...parts].join(t('summary.comma')) + t('summary.stop')
}

/** Names the indicator that lags most, with its figures; empty where none lags. */
export function worstSentence(
  t: TFunction,
  language: string,
  progress: Progress,
  indicators: Indicator[],
): string {
  const row = worstRow(progress.rows)
  const indicator = indicators.find((known) => known.code === row?.indicator)
  if (row === undefined || indicator === undefined) return ''
  const parts = [
    row.completionPercent === null
      ? ''
      : t('summary.completion', { value: formatCompletion(row.completionPercent) }),
    row.days === null ? '' : formatDays(t, row.days),
  ].filter((part) => part !== '')
  const head = t('summary.worst', { name: pick(language, indicator.name) })
  return [head, ...parts].join(t('summary.comma')) + t('summary.stop')
}

export function whereSentence(t: TFunction, language: string, units: ProgressRow[]): string {
  if (units.length === 0) return ''
  const list = new Intl.ListFormat(language, { type: 'conjunction' })
  return t('summary.where', { names: list.format(units.map((unit) => unit.regionName)) })
}
