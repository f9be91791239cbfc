import type { TFunction } from 'i18next'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Progress } from '../api.ts'
import { pick } from '../format.ts'
import { useAnnounce } from '../shell/announce.ts'
import type { Scene } from './scene.ts'
import { stateSentence, worstSentence } from './summary.ts'

interface Seen {
  place: string
  indicator: string
}

function arrivalWords(t: TFunction, language: string, scene: Scene, progress: Progress): string {
  const state = stateSentence(t, progress)
  const worst = worstSentence(t, language, progress, scene.plan.indicators)
  return t('summary.arrived', { name: scene.region.name, state, worst })
}

/** What has come after a drill or a choice is said once, when its figures are there. */
export function useAnnounceArrival(scene: Scene, progress: Progress | undefined) {
  const { t, i18n } = useTranslation()
  const { language } = i18n
  const announce = useAnnounce()
  const seen = useRef<Seen | null>(null)
  const { region, plan, asOf, indicator } = scene
  const place = `${region.code} ${plan.plan} ${asOf}`
  useEffect(() => {
    if (progress === undefined) return
    const before = seen.current
    seen.current = { place, indicator: indicator.code }
    if (before === null) return
    if (before.place !== place) announce(arrivalWords(t, language, scene, progress))
    else if (before.indicator !== indicator.code) {
      announce(t('summary.chosen', { name: pick(language, indicator.name) }))
    }
  }, [place, indicator, progress, scene, announce, t, language])
}
