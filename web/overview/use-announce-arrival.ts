import type { TFunction } from 'i18next'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Progress } from '../api.ts'
import { filterKey } from '../bullet/bullet-groups.ts'
import { formatDay, pick } from '../format.ts'
import { useAnnounce } from '../shell/announce.ts'
import type { Scene } from './scene.ts'
import { stateSentence, worstSentence } from './summary.ts'

interface Seen {
  region: string
  plan: string
  asOf: string
  indicator: string
  filter: string
}

/** 已显示全国，数据截止 2018 年 3 月 31 日：…; the plan and the day where they are other than before. */
function arrivalWords(
  t: TFunction,
  language: string,
  { scene, progress, before }: { scene: Scene; progress: Progress; before: Seen },
): string {
  const { region, plan, asOf } = scene
  const name = [
    region.name,
    before.plan === plan.plan ? '' : pick(language, plan.name),
    before.asOf === asOf ? '' : t('summary.upTo', { day: formatDay(t, asOf) }),
  ]
    .filter((part) => part !== '')
    .join(t('list.comma'))
  const state = stateSentence(t, progress)
  const worst = worstSentence(t, language, progress, plan.indicators)
  return t('summary.arrived', { name, state, worst })
}

function isElsewhere(before: Seen, { region, plan, asOf }: Seen): boolean {
  return before.region !== region || before.plan !== plan || before.asOf !== asOf
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
  useEffect(() => {
    if (progress === undefined) return
    const before = seen.current
    const here = {
      region: scene.region.code,
      plan: scene.plan.plan,
      asOf: scene.asOf,
      indicator: scene.indicator.code,
      filter: scene.filter.join('.'),
    }
    seen.current = here
    if (before === null) return
    if (isElsewhere(before, here)) {
      announce(arrivalWords(t, language, { scene, progress, before }))
      return
    }
    const said = [
      before.filter === here.filter ? '' : filterWords(t, language, scene, progress),
      before.indicator === here.indicator ? '' : chosenWords(t, language, scene),
    ].filter((words) => words !== '')
    if (said.length > 0) announce(said.join(t('list.space')))
  }, [progress, scene, announce, t, language])
}
