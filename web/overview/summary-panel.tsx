import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Progress } from '../api.ts'
import { ElapsedBar } from './elapsed-bar.tsx'
import type { Scene } from './scene.ts'
import { lastYearSentence, stateSentence } from './summary.ts'
import { Worst } from './worst.tsx'
import './summary.css'

interface SummaryProps {
  scene: Scene
  progress: Progress
  /** What else belongs to the page's summary: the filters in force, what the page is made of. */
  children?: ReactNode
}

/** The page in a few sentences, before all its figures. */
export function Summary({ scene, progress, children }: SummaryProps) {
  const { t, i18n } = useTranslation()
  const { indicators } = scene.plan
  const against = lastYearSentence(t, i18n.language, progress.rows, indicators)
  return (
    <section className="summary panel" aria-label={t('summary.label')}>
      <div className="summary-words">
        <h2 className="visually-hidden">{t('summary.label')}</h2>
        <div className="summary-first">
          <p className="summary-state">{stateSentence(t, progress)}</p>
          {children}
        </div>
        <Worst scene={scene} progress={progress} />
        {against !== '' && <p className="summary-worst">{against}</p>}
      </div>
      <ElapsedBar elapsed={progress.elapsed} />
    </section>
  )
}
