import { useTranslation } from 'react-i18next'
import type { Progress } from '../api.ts'
import { ElapsedBar } from './elapsed-bar.tsx'
import type { Scene } from './scene.ts'
import { lastYearSentence, stateSentence } from './summary.ts'
import { Worst } from './worst.tsx'

export function Summary({ scene, progress }: { scene: Scene; progress: Progress }) {
  const { t, i18n } = useTranslation()
  const { indicators } = scene.plan
  const against = lastYearSentence(t, i18n.language, progress.rows, indicators)
  return (
    <section className="summary panel" aria-label={t('summary.label')}>
      <div className="summary-words">
        <h2 className="visually-hidden">{t('summary.label')}</h2>
        <p className="summary-state">{stateSentence(t, progress)}</p>
        <Worst scene={scene} progress={progress} />
        {against !== '' && <p className="summary-worst">{against}</p>}
      </div>
      <ElapsedBar elapsed={progress.elapsed} />
    </section>
  )
}
