import type { TFunction } from 'i18next'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Cell, Matrix } from '../api-region.ts'
import { foremost, namesOrCount } from '../foremost.ts'
import { useAnnounce } from '../shell/announce.ts'

function isLagging(cell: Cell | undefined): boolean {
  const status = cell?.status ?? null
  return status === 'watch' || status === 'behind' || status === 'overdue'
}

/** 未达序时指标最多的是和平县，8 项。; empty where none lags. */
function worstWords(t: TFunction, language: string, { regions }: Matrix): string {
  const lagging = regions
    .map(({ name, cells }) => ({ name, count: cells.filter(isLagging).length }))
    .filter(({ count }) => count > 0)
  const { named } = foremost(lagging, ({ count }) => -count, { most: Infinity })
  const [first] = named
  if (first === undefined) return ''
  const names = named.map(({ name }) => name)
  return t('region.levelWorst', {
    names: namesOrCount(t, language, names, 'region.levelMany'),
    count: first.count,
  })
}

/** Another level of the same region is said once, when its regions are there: how many, how many before, who lags most. */
export function useAnnounceLevel(
  scope: string,
  title: string,
  { data, isPlaceholderData }: { data: Matrix | undefined; isPlaceholderData: boolean },
): void {
  const { t, i18n } = useTranslation()
  const { language } = i18n
  const announce = useAnnounce()
  const seen = useRef<{ scope: string; title: string; count: number } | null>(null)
  useEffect(() => {
    if (data === undefined || isPlaceholderData) return
    const before = seen.current
    const count = data.regions.length
    seen.current = { scope, title, count }
    if (before?.scope !== scope || before.title === title) return
    const words = t('region.levelShown', { title, count, before: before.count })
    announce(words + t('list.space') + worstWords(t, language, data))
  }, [data, isPlaceholderData, scope, title, announce, t, language])
}
