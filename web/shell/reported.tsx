import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link, useSearchParams } from 'react-router'
import { formatQuarter } from '../format.ts'
import { quarterOf } from '../lateness/overdue.ts'
import { quarterSentence } from '../submissions/calendar-words.ts'
import { calendarQuery } from '../submissions/queries.ts'

interface ReportedProps {
  asOf: string
  snapshot: string
  /** The province-level unit; null of the nation. */
  unit: string | null
}

/** Whether it is all in, and in words: of the one unit that it comes from, or of all that are due. */
function useReported({ asOf, snapshot, unit }: ReportedProps) {
  const { t, i18n } = useTranslation()
  const { data } = useQuery(calendarQuery(snapshot))
  const quarter = quarterOf(asOf)
  if (unit !== null) {
    const own = data?.units.find(({ code }) => code === unit)
    const state = own?.quarters.find((one) => one.quarter === quarter)?.state
    if (own === undefined || state === undefined) return null
    const named = { quarter: formatQuarter(t, quarter), unit: own.name }
    const words = t('heading.unit', { ...named, state: t(`submissions.state.${state}`) })
    return { isWhole: state === 'received', words }
  }
  const count = data?.counts.find((one) => one.quarter === quarter)
  if (count === undefined) return null
  const words = quarterSentence(t, i18n.language, count, [])
  return { isWhole: count.received === count.due, words }
}

/** Whether the figures of the day are whole: who is late, missing or refused, and the way there. */
export function Reported(props: ReportedProps) {
  const { t } = useTranslation()
  const asked = useSearchParams()[0].get('snapshot')
  const found = useReported(props)
  if (found === null) return null
  return (
    <div className={found.isWhole ? undefined : 'facts-partial'}>
      <dt>{t(found.isWhole ? 'heading.whole' : 'heading.partial')}</dt>
      <dd>
        <Link to={asked === null ? '/submissions' : `/submissions?snapshot=${asked}`}>
          {found.words}
        </Link>
      </dd>
    </div>
  )
}
