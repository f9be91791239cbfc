import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Snapshot } from '../api.ts'
import { calendarQuery } from '../submissions/queries.ts'

const NATION = '000000'

/** The nation and the units of a dataset, as options to choose from. */
export function useUnits(snapshot: Snapshot): { value: string; words: string }[] {
  const { t } = useTranslation()
  const calendar = useQuery(calendarQuery(snapshot.id))
  const units = calendar.data?.units.filter(({ code }) => code !== NATION) ?? []
  const nation = { value: NATION, words: t('reports.nation') }
  return [nation, ...units.map(({ code, name }) => ({ value: code, words: name }))]
}
