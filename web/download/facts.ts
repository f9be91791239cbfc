import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { Snapshot } from '../api.ts'
import { formatDay } from '../format.ts'
import { useSession } from '../shell/session.ts'

/** What every file says of itself: the day, the snapshot, whether it is a demonstration, who took it and when. */
export function useFacts(): (of: { snapshot: Snapshot; asOf: string }) => [string, string][] {
  const { t } = useTranslation()
  const { user } = useSession()
  return useCallback(
    ({ snapshot, asOf }) => {
      const ratio = snapshot.demonstration?.ratio
      const demo: [string, string][] =
        ratio === undefined ? [] : [[t('demo.label'), t('demo.words', { ratio })]]
      return [
        [t('heading.asOf'), formatDay(t, asOf)],
        [t('heading.snapshot'), snapshot.id],
        ...demo,
        [t('download.taken'), t('download.by', { user, day: new Date().toISOString() })],
        [t('download.nothing'), t('download.nothingWords')],
      ]
    },
    [t, user],
  )
}
