import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Progress } from '../api.ts'
import { progressQuery } from '../queries.ts'
import { ElapsedBar } from './elapsed-bar.tsx'
import { listedUnits, type Scene } from './scene.ts'
import { stateSentence, whereSentence, worstRow, worstSentence, worstUnits } from './summary.ts'

const NAMED_UNITS = 3

/** Where the worst indicator lags most: only where the region has units below it. */
function useWorstUnits(scene: Scene, progress: Progress): string {
  const { t, i18n } = useTranslation()
  const { plan, region, asOf, snapshot } = scene
  const worst = worstRow(progress.rows)
  const ask = { plan: plan.plan, ...listedUnits(region), asOf, snapshot: snapshot.id }
  const units = useQuery({
    ...progressQuery(ask),
    enabled: worst !== undefined && region.childLevel !== null,
  })
  if (region.childLevel === null) return ''
  const rows = units.data?.rows.filter((row) => row.indicator === worst?.indicator) ?? []
  return whereSentence(t, i18n.language, worstUnits(rows, NAMED_UNITS))
}

export function Summary({ scene, progress }: { scene: Scene; progress: Progress }) {
  const { t, i18n } = useTranslation()
  const worst = worstSentence(t, i18n.language, progress, scene.plan.indicators)
  const where = useWorstUnits(scene, progress)
  return (
    <section className="summary panel" aria-label={t('summary.label')}>
      <div className="summary-words">
        <h2 className="visually-hidden">{t('summary.label')}</h2>
        <p className="summary-state">{stateSentence(t, progress)}</p>
        {worst !== '' && (
          <p>
            {worst}
            {where}
          </p>
        )}
      </div>
      <ElapsedBar elapsed={progress.elapsed} />
    </section>
  )
}
