import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Series } from '../api.ts'
import { Download } from '../download/download.tsx'
import { useFacts } from '../download/facts.ts'
import { formatTight, pick } from '../format.ts'
import type { Scene } from '../overview/scene.ts'
import { seriesQuery } from '../queries.ts'
import { Sound } from '../sound/sound.tsx'
import { Await } from '../states/await.tsx'
import { Skeleton } from '../states/skeleton.tsx'
import { soundPoints, trendModel } from './trend-model.ts'
import { TrendLegend } from './trend-legend.tsx'
import { trendSheet } from './trend-sheet.ts'
import { TrendTable } from './trend-table.tsx'
import { trendSentence, walkWords } from './trend-words.ts'
import '../bullet/bullet.css'
import './trend.css'

const Chart = lazy(() => import('../chart.tsx'))

export function Trend({ scene }: { scene: Scene }) {
  const { t, i18n } = useTranslation()
  const { indicator, plan, region, asOf, snapshot } = scene
  const series = useQuery({
    ...seriesQuery({
      plan: plan.plan,
      indicator: indicator.code,
      region: region.code,
      asOf,
      snapshot: snapshot.id,
    }),
    enabled: scene.ready,
  })
  return (
    <section className="trend panel" aria-labelledby="trend">
      <div className="panel-head">
        <h2 id="trend">{t('trend.title', { name: region.name })}</h2>
        <p className="panel-sub">
          {t('trend.subtitle', {
            name: pick(i18n.language, indicator.name),
            unit: t(`unit.name.${indicator.unit}`),
          })}
        </p>
      </div>
      <Await query={series} lines={6}>
        {(found) => <TrendFigure scene={scene} series={found} />}
      </Await>
    </section>
  )
}

function TrendFigure({ scene, series }: { scene: Scene; series: Series }) {
  const { t, i18n } = useTranslation()
  const { indicator, region } = scene
  const { language } = i18n
  const figure = useRef<HTMLElement>(null)
  const facts = useFacts()
  const sentence = trendSentence(t, language, series, indicator)
  const drawable = series.rows.some((row) => row.actual !== null)
  const forecast = series.rows.some((row) => row.forecast !== null)
  const label = t('trend.label', { name: region.name, indicator: pick(language, indicator.name) })
  const words = walkWords(t, language, series, indicator)
  return (
    <figure
      ref={figure}
      aria-label={label}
      aria-roledescription={t('chart.role')}
      aria-describedby="trend-words"
    >
      <p id="trend-words" className="trend-words">
        {sentence}
      </p>
      {drawable && <TrendLegend forecast={forecast} />}
      {drawable && (
        <Suspense fallback={<Skeleton lines={6} />}>
          <Chart
            model={trendModel(series.rows)}
            words={words}
            axis={(value) => formatTight(language, indicator.unit, value)}
            label={label}
          />
        </Suspense>
      )}
      <Download
        name={label}
        sheet={() => trendSheet(t, series, indicator, { title: label, facts: facts(scene) })}
        {...(drawable && { drawing: () => figure.current?.querySelector('canvas') ?? null })}
      />
      <TrendTable
        series={series}
        indicator={indicator}
        caption={t('download.withUnit', { name: label, unit: t(`unit.name.${indicator.unit}`) })}
      />
      {drawable && (
        <Sound name={label} points={soundPoints(series)} words={words.map(([all = '']) => all)} />
      )}
    </figure>
  )
}
