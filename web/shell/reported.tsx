import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link, useSearchParams } from 'react-router'
import { quarterSentence } from '../submissions/calendar-words.ts'
import { calendarQuery } from '../submissions/queries.ts'

interface ReportedProps {
  asOf: string
  snapshot: string
}

/** 2018-06-30 → 2018Q2. */
function quarterOf(day: string): string {
  return `${day.slice(0, 4)}Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`
}

/** Whether the figures of the day are whole: who is late, missing or refused, and the way there. */
export function Reported({ asOf, snapshot }: ReportedProps) {
  const { t, i18n } = useTranslation()
  const asked = useSearchParams()[0].get('snapshot')
  const { data } = useQuery(calendarQuery(snapshot))
  const count = data?.counts.find(({ quarter }) => quarter === quarterOf(asOf))
  if (count === undefined) return null
  const isWhole = count.received === count.due
  return (
    <div className={isWhole ? undefined : 'facts-partial'}>
      <dt>{t(isWhole ? 'heading.whole' : 'heading.partial')}</dt>
      <dd>
        <Link to={asked === null ? '/submissions' : `/submissions?snapshot=${asked}`}>
          {quarterSentence(t, i18n.language, count, [])}
        </Link>
      </dd>
    </div>
  )
}
