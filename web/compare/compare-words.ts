import type { TFunction } from 'i18next'
import type { Plan } from '../api.ts'
import type { Matrix } from '../api-region.ts'
import { foremost } from '../foremost.ts'
import { formatCompletion, pick } from '../format.ts'

interface Compared {
  plan: Plan
  matrix: Matrix
  shown: Matrix['regions']
}

/** 完成率相差最大的是“…”，从 40.00% 到 96.00%。; empty where none differs, or several alike. */
function widestWords(t: TFunction, language: string, { plan, matrix, shown }: Compared): string {
  const spans = plan.indicators.flatMap((indicator) => {
    const place = matrix.indicators.indexOf(indicator.code)
    const known = shown.flatMap(({ cells }) => cells[place]?.completionPercent ?? [])
    const [low, high] = [Math.min(...known), Math.max(...known)]
    return known.length > 1 && low < high ? [{ indicator, low, high }] : []
  })
  const [widest, ...ties] = foremost(spans, ({ low, high }) => low - high).named
  if (widest === undefined || ties.length > 0) return ''
  return t('compare.widest', {
    name: pick(language, widest.indicator.name),
    low: formatCompletion(widest.low),
    high: formatCompletion(widest.high),
  })
}

/** Which regions stand side by side, how many, and where they differ most. */
export function compareWords(t: TFunction, language: string, compared: Compared): string {
  const { plan, shown } = compared
  const names = shown.map(({ name }) => name).join(t('list.comma'))
  const words = t('compare.shown', { plan: pick(language, plan.name), names, count: shown.length })
  const widest = widestWords(t, language, compared)
  return widest === '' ? words : words + t('list.space') + widest
}
