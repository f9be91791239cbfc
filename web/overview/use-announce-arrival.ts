import type { TFunction } from 'i18next'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Progress } from '../api.ts'
import { filterKey } from '../bullet/bullet-groups.ts'
import { pick } from '../format.ts'
import { useAnnounce } from '../shell/announce.ts'
import type { Scene } from './scene.ts'
import { stateSentence, worstSentence } from './summary.ts'

interface Seen {
  place: string
  indicator: string
  filter: string
}

function arrivalWords(t: TFunction, language: string, scene: Scene, progress: Progress): string {
  const state = stateSentence(t, progress)
  const worst = worstSentence(t, language, progress, scene.plan.indicators)
  return t('summary.arrived', { name: scene.region.name, state, worst })
}

/** 已筛选：滞后，共 7 项; then what is looked at now, where that changed with it. */
function filterWords(t: TFunction, language: string, scene: Scene, progress: Progress): string {
  const { filter } = scene
  const left = progress.rows.filter((row) => filter.length === 0 || filter.includes(filterKey(row)))
  const list = new Intl.ListFormat(language, { type: 'conjunction' })
  const names = filter.length === 0 ? ['all'] : filter
  const statuses = list.format(names.map((name) => t(`filter.${name}`)))
  return t('summary.filtered', { statuses, count: left.length })
}

function chosenWords(t: TFunction, language: string, { indicator }: Scene): string {
  return t('summary.chosen', { name: pick(language, indicator.name) })
}

/** What has come after a drill or a choice is said once, when its figures are there. */
export function useAnnounceArrival(scene: Scene, progress: Progress | undefined) {
  const { t, i18n } = useTranslation()
  const { language } = i18n
  const announce = useAnnounce()
  const seen = useRef<Seen | null>(null)
  const { region, plan, asOf, indicator } = scene
  const place = `${region.code} ${plan.plan} ${asOf}`
  const filter = scene.filter.join('.')
  useEffect(() => {
    if (progress === undefined) return
    const before = seen.current
    seen.current = { place, indicator: indicator.code, filter }
    if (before === null) return
    if (before.place !== place) {
      announce(arrivalWords(t, language, scene, progress))
      return
    }
    const said = [
      before.filter === filter ? '' : filterWords(t, language, scene, progress),
      before.indicator === indicator.code ? '' : chosenWords(t, language, scene),
    ].filter((words) => words !== '')
    if (said.length > 0) announce(said.join(t('list.space')))
  }, [place, filter, indicator, progress, scene, announce, t, language])
}
