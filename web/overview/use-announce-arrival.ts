import type { TFunction } from 'i18next'
import { useEffect, type RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import type { Progress, ProgressRow } from '../api.ts'
import { filterKey } from '../bullet/bullet-groups.ts'
import { bulletWords } from '../bullet/bullet-words.ts'
import { formatDay, pick } from '../format.ts'
import { useAnnounce } from '../shell/announce.ts'
import { mostChangedSentence } from './most-changed.ts'
import type { Scene } from './scene.ts'
import { stateSentence, worstSentence } from './summary.ts'

/** What was looked at before, and its figures. */
export interface Seen {
  region: string
  plan: string
  asOf: string
  snapshot: string
  indicator: string
  filter: string
  rows: ProgressRow[]
}

/** 已显示全国，数据截止 2018 年 3 月 31 日：…; the plan and the day where they are other than before. */
function arrivalWords(
  t: TFunction,
  language: string,
  { scene, progress, before }: { scene: Scene; progress: Progress; before: Seen },
): string {
  const { region, plan, asOf, snapshot } = scene
  const name = [
    region.name,
    before.plan === plan.plan ? '' : pick(language, plan.name),
    before.asOf === asOf ? '' : t('summary.upTo', { day: formatDay(t, asOf) }),
    before.snapshot === snapshot.id ? '' : t('summary.dataset', { id: snapshot.id }),
  ]
    .filter((part) => part !== '')
    .join(t('list.comma'))
  const state = stateSentence(t, progress)
  const worst = worstSentence(t, language, progress, plan.indicators)
  const isSame = before.region === region.code && before.plan === plan.plan
  const rows = { before: before.rows, now: progress.rows }
  const change = isSame ? mostChangedSentence(t, language, rows, plan.indicators) : ''
  return [t('summary.arrived', { name, state, worst }), change]
    .filter((part) => part !== '')
    .join(t('list.space'))
}

function isElsewhere(before: Seen, here: Seen): boolean {
  const keys = ['region', 'plan', 'asOf', 'snapshot'] as const
  return keys.some((key) => before[key] !== here[key])
}

/** 已筛选：滞后，共 7 项 and the worst of them; then what is looked at now, where that changed with it. */
function filterWords(t: TFunction, language: string, scene: Scene, progress: Progress): string {
  const { filter } = scene
  const left = progress.rows.filter((row) => filter.length === 0 || filter.includes(filterKey(row)))
  const list = new Intl.ListFormat(language, { type: 'conjunction' })
  const names = filter.length === 0 ? ['all'] : filter
  const statuses = list.format(names.map((name) => t(`filter.${name}`)))
  const worst = worstSentence(t, language, { ...progress, rows: left }, scene.plan.indicators)
  return [t('summary.filtered', { statuses, count: left.length }), worst]
    .filter((part) => part !== '')
    .join(t('list.space'))
}

/** 已选择指标：…：实际 12 人，…; its figures where the region has them. */
function chosenWords(t: TFunction, language: string, { indicator }: Scene, { rows }: Progress) {
  const row = rows.find(({ indicator: code }) => code === indicator.code)
  const name =
    row === undefined ? pick(language, indicator.name) : bulletWords(t, language, row, indicator)
  return t('summary.chosen', { name })
}

/**
 * What has come after a drill or a choice is said once, when its figures are there. `seenRef` belongs to the
 * page, so that it outlives what is shown while the figures are read.
 */
export function useAnnounceArrival(
  scene: Scene,
  progress: Progress | undefined,
  seenRef: RefObject<Seen | null>,
) {
  const { t, i18n } = useTranslation()
  const { language } = i18n
  const announce = useAnnounce()
  useEffect(() => {
    if (progress === undefined) return
    const before = seenRef.current
    const here = {
      region: scene.region.code,
      plan: scene.plan.plan,
      asOf: scene.asOf,
      snapshot: scene.snapshot.id,
      indicator: scene.indicator.code,
      filter: scene.filter.join('.'),
      rows: progress.rows,
    }
    seenRef.current = here
    if (before === null) return
    if (isElsewhere(before, here)) {
      announce(arrivalWords(t, language, { scene, progress, before }))
      return
    }
    const said = [
      before.filter === here.filter ? '' : filterWords(t, language, scene, progress),
      before.indicator === here.indicator ? '' : chosenWords(t, language, scene, progress),
    ].filter((words) => words !== '')
    if (said.length > 0) announce(said.join(t('list.space')))
  }, [progress, scene, announce, t, language, seenRef])
}
