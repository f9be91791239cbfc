import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Snapshot } from '../api.ts'
import type { Option } from '../picker/picker.tsx'
import { calendarQuery } from '../submissions/queries.ts'

const NATION = '000000'

/** The nation and the units of a dataset, as options to choose from. */
export function useUnits(snapshot: Snapshot): UseQueryResult<Option[]> {
  const { t } = useTranslation()
  return useQuery({
    ...calendarQuery(snapshot.id),
    select: ({ units }) => [
      { value: NATION, words: t('reports.nation') },
      ...units
        .filter(({ code }) => code !== NATION)
        .map(({ code, name }) => ({ value: code, words: name })),
    ],
  })
}
