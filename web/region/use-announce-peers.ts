import type { TFunction } from 'i18next'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Indicator } from '../api.ts'
import type { Scoreboard } from '../api-region.ts'
import { foremost } from '../foremost.ts'
import { pick } from '../format.ts'
import { useAnnounce } from '../shell/announce.ts'

interface Boards {
  before: Scoreboard
  now: Scoreboard
}

/** “…”的同组名次变化最大，从第 3 变为第 5。; how many where several did alike, empty where none did. */
function changedWords(
  t: TFunction,
  language: string,
  { before, now }: Boards,
  indicators: Indicator[],
): string {
  const changed = now.ranks.flatMap(({ indicator, peers }) => {
    const was = before.ranks.find((one) => one.indicator === indicator)?.peers?.rank
    if (was === undefined || peers === null || was === peers.rank) return []
    return [{ indicator, before: was, now: peers.rank }]
  })
  const { named, tied } = foremost(changed, (one) => -Math.abs(one.now - one.before))
  if (tied > 1) return t('region.peersTied', { count: tied })
  const [most] = named
  const indicator = indicators.find(({ code }) => code === most?.indicator)
  if (most === undefined || indicator === undefined) return ''
  return t('region.peersChanged', {
    name: t('summary.quoted', { name: pick(language, indicator.name) }),
    before: most.before,
    now: most.now,
  })
}

/** Another peer group of the same region is said once: its name, how many units it has, whose place changed most. */
export function useAnnouncePeers(
  { data, isPlaceholderData }: { data: Scoreboard | undefined; isPlaceholderData: boolean },
  indicators: Indicator[],
): void {
  const { t, i18n } = useTranslation()
  const { language } = i18n
  const announce = useAnnounce()
  const seen = useRef<Scoreboard | null>(null)
  useEffect(() => {
    if (data === undefined || isPlaceholderData) return
    const before = seen.current
    seen.current = data
    const { group, region } = data
    if (before === null || before.region !== region || before.group === group || group === null)
      return
    const count = Math.max(0, ...data.ranks.map(({ peers }) => peers?.of ?? 0))
    const shown = t('region.peersShown', { group: t(`region.group.${group}`, group), count })
    const changed = changedWords(t, language, { before, now: data }, indicators)
    announce([shown, changed].filter((words) => words !== '').join(t('list.space')))
  }, [data, isPlaceholderData, indicators, announce, t, language])
}
