import type { TFunction } from 'i18next'
import type { Indicator, Progress, ProgressRow } from '../api.ts'
import { foremost, type Foremost } from '../foremost.ts'
import { formatCompletion, formatDays, pick } from '../format.ts'

const CONCERNS = ['watch', 'behind', 'overdue', 'no_data'] as const

function isLagging({ status }: ProgressRow): boolean {
  return status === 'watch' || status === 'behind' || status === 'overdue'
}

/** The rows that lag most: the lowest pace first, of those not on their expected line. */
export function worstRows(rows: ProgressRow[], count: number): ProgressRow[] {
  return rows
    .filter(isLagging)
    .sort((a, b) => (a.pace ?? 0) - (b.pace ?? 0))
    .slice(0, count)
}

/** The same, never some of several that are equally far behind. */
export function worstNamed(rows: ProgressRow[], wanted: number): Foremost<ProgressRow> {
  return foremost(rows.filter(isLagging), ({ pace }) => pace ?? 0, { wanted })
}

/** The units furthest behind in one indicator, the worst first; never some of several ties. */
export function worstUnits(rows: ProgressRow[], wanted: number): Foremost<ProgressRow> {
  const lagging = rows.filter(({ status }) => status !== 'met' && status !== 'on_pace')
  return foremost(lagging, ({ pace }) => pace, { wanted })
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
  const { named, tied } = worstNamed(progress.rows, 1)
  if (tied === 0) return ''
  const names = named.flatMap(({ indicator }) =>
    indicators.filter(({ code }) => code === indicator),
  )
  const head =
    named.length === 0
      ? t('summary.worstTied', { count: tied })
      : t('summary.worst', {
          name: new Intl.ListFormat(language, { type: 'conjunction' }).format(
            names.map(({ name }) => t('summary.quoted', { name: pick(language, name) })),
          ),
        })
  const [row, ...ties] = named
  if (row === undefined || ties.length > 0) return head + t('summary.stop')
  const parts = [
    row.completionPercent === null
      ? ''
      : t('summary.completion', { value: formatCompletion(row.completionPercent) }),
    row.days === null ? '' : formatDays(t, row.days),
  ].filter((part) => part !== '')
  return [head, ...parts].join(t('summary.comma')) + t('summary.stop')
}

function isWorse({ completionPercent }: ProgressRow, { direction }: Indicator): boolean {
  if (completionPercent === null) return false
  return direction === 'up' ? completionPercent < 100 : completionPercent > 100
}

/** What is set against last year: how many got no worse, and which did; empty where nothing is. */
export function lastYearSentence(
  t: TFunction,
  language: string,
  rows: ProgressRow[],
  indicators: Indicator[],
): string {
  const compared = indicators.flatMap((indicator) => {
    const row = rows.find(({ indicator: code }) => code === indicator.code)
    if (row === undefined || row.completionPercent === null) return []
    return indicator.comparedWith === 'last_year' ? [{ row, indicator }] : []
  })
  if (compared.length === 0) return ''
  const worse = compared.filter(({ row, indicator }) => isWorse(row, indicator))
  const head = t('summary.lastYear', { count: compared.length })
  if (worse.length === 0) return head + t('summary.noneWorse')
  const list = new Intl.ListFormat(language, { type: 'conjunction' })
  const names = worse.map(({ indicator }) =>
    t('summary.quoted', { name: pick(language, indicator.name) }),
  )
  return head + t('summary.worse', { count: worse.length, names: list.format(names) })
}
