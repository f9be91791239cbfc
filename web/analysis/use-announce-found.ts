import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { MetricsRow } from '../api-metrics.ts'
import { useAnnounce } from '../shell/announce.ts'
import { useValueWords } from '../value-words.ts'
import type { Asking } from './analysis.tsx'
import { mostChanged, named, type Answer } from './changed.ts'
import { shortName } from './cube-query.ts'
import { useFilterWords } from './use-filter-words.ts'
import { useRegionNames } from './use-region-names.ts'
import { useMeasureFigure } from './use-measure-figure.ts'

/** The filters in force, what they leave and what changed most by them: said once, when it is there. */
export function useAnnounceFound(asking: Asking, rows: MetricsRow[] | undefined): void {
  const { t } = useTranslation()
  const announce = useAnnounce()
  const { said } = useFilterWords(asking)
  const changedWords = useChangedWords(asking)
  const seen = useRef<Answer | null>(null)
  useEffect(() => {
    const before = seen.current
    if (rows === undefined || before?.rows === rows) return
    const now = { question: asking.question, rows }
    seen.current = now
    if (before === null) return
    const { filters } = asking.question
    const names =
      filters.length === 0 ? t('analysis.noFilter') : filters.map(said).join(t('list.comma'))
    const count = rows.length
    const was = before.rows.length
    const left = t(count === 0 ? 'analysis.nothing' : 'analysis.rows', { count })
    const all =
      was === count ? left : left + t('list.space') + t('analysis.rowsBefore', { count: was })
    announce([names, all + changedWords(before, now)].join(t('list.semicolon')))
  })
}

/** 变化最大的是广东省，培训人数从 12 变为 5。 by the first measure; empty where nothing of the kind can be said. */
function useChangedWords(asking: Asking) {
  const { t } = useTranslation()
  const { view, question, snapshot, asOf } = asking
  const words = useValueWords(useRegionNames(snapshot.id, asOf))
  const { title } = useFilterWords(asking)
  const figure = useMeasureFigure()
  const [measure] = named(view.measures, question.measures)
  const dimensions = named(view.dimensions, question.dimensions)
  return (before: Answer, now: Answer): string => {
    if (measure === undefined) return ''
    const most = mostChanged(before, now, measure.name, dimensions)
    if (most === null) return ''
    const row = dimensions.map(({ name }) => {
      const cell = most.row[name] ?? null
      return words(shortName(name), cell === null ? null : String(cell))
    })
    return (
      t('list.space') +
      t('analysis.mostChanged', {
        row: row.join(t('list.comma')),
        measure: title(measure),
        before: figure(measure, most.before, null).words,
        now: figure(measure, most.now, null).words,
      })
    )
  }
}
