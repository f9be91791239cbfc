import type { TFunction } from 'i18next'
import type { Indicator, ProgressRow } from '../api.ts'
import { foremost } from '../foremost.ts'
import { formatCompletion, pick } from '../format.ts'

interface Changed {
  code: string
  before: number
  now: number
}

/** Each indicator whose completion is known on both days and is not the same. */
function changedRows(before: ProgressRow[], now: ProgressRow[]): Changed[] {
  return now.flatMap(({ indicator: code, completionPercent }) => {
    const was = before.find(({ indicator }) => indicator === code)?.completionPercent ?? null
    if (was === null || completionPercent === null || was === completionPercent) return []
    return [{ code, before: was, now: completionPercent }]
  })
}

/** 变化最大的是“…”，完成率从 40% 变为 55%。 of the same region and plan; empty where nothing changed or many did alike. */
export function mostChangedSentence(
  t: TFunction,
  language: string,
  rows: Record<'before' | 'now', ProgressRow[]>,
  indicators: Indicator[],
): string {
  const changed = changedRows(rows.before, rows.now)
  const [most, ...ties] = foremost(changed, ({ before, now }) => -Math.abs(now - before)).named
  const indicator = indicators.find(({ code }) => code === most?.code)
  if (most === undefined || indicator === undefined || ties.length > 0) return ''
  return t('summary.mostChanged', {
    name: t('summary.quoted', { name: pick(language, indicator.name) }),
    before: formatCompletion(most.before),
    now: formatCompletion(most.now),
  })
}
