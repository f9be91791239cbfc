import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Progress } from '../api.ts'
import { pick } from '../format.ts'
import type { Scene } from '../overview/scene.ts'
import { Facts } from '../shell/facts.tsx'
import { SlideBody } from './slide-body.tsx'
import { slidesOf } from './slide-list.ts'
import { useTurning } from './use-turning.ts'

interface SlidesProps {
  scene: Scene
  progress: Progress
}

/** One page at a time; they turn by themselves until a key is pressed. */
export function Slides({ scene, progress }: SlidesProps) {
  const { t, i18n } = useTranslation()
  const slides = slidesOf(scene.plan.indicators, progress.rows)
  const { at, isTurning, turn, step } = useTurning(slides.length)
  const slide = slides[at] ?? slides[0]
  const wall = useRef<HTMLDivElement>(null)
  useEffect(() => {
    document.title = `${t('wall.title')} · ${t('product.name')}`
  }, [t])
  if (slide === undefined) return null
  return (
    <div className="wall" ref={wall}>
      <div className="wall-head">
        <h1>
          {scene.region.name}
          <span className="wall-plan">{pick(i18n.language, scene.plan.name)}</span>
        </h1>
        <Facts asOf={scene.asOf} snapshot={scene.snapshot.id} />
      </div>
      <section
        className="wall-slide"
        aria-roledescription={t('wall.page')}
        aria-label={t('wall.at', { at: at + 1, count: slides.length })}
        aria-live={isTurning ? 'off' : 'polite'}
      >
        <SlideBody scene={scene} progress={progress} slide={slide} />
      </section>
      <div className="wall-controls" role="group" aria-label={t('wall.controls')}>
        <button type="button" className="button" onClick={turn}>
          {t(isTurning ? 'wall.pause' : 'wall.resume')}
        </button>
        <button type="button" className="button" onClick={() => step(-1)}>
          {t('wall.previous')}
        </button>
        <button type="button" className="button" onClick={() => step(1)}>
          {t('wall.next')}
        </button>
        <button
          type="button"
          className="button"
          onClick={() => void wall.current?.requestFullscreen().catch(() => undefined)}
        >
          {t('wall.fullScreen')}
        </button>
        <Link className="button" to={scene.link({})}>
          {t('wall.leave')}
        </Link>
        <span className="wall-at">{t('wall.at', { at: at + 1, count: slides.length })}</span>
        <span className="soft">{t('wall.keys')}</span>
      </div>
    </div>
  )
}
