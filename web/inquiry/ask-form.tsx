import { useQuery } from '@tanstack/react-query'
import { useState, type SyntheticEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import { addDays, addYears, formatISO, parseISO } from 'date-fns'
import type { Plan, Snapshot } from '../api.ts'
import { askInquiry } from '../api-inquiries.ts'
import { DateField } from '../date-field/date-field.tsx'
import { pick } from '../format.ts'
import { progressQuery } from '../queries.ts'
import { useAnnounce } from '../shell/announce.ts'
import { Await } from '../states/await.tsx'
import type { Subject } from './address.ts'
import { figureWords, indicatorIn } from './inquiry-words.ts'
import { useSend } from './queries.ts'
import { Refusal } from './sending.tsx'
import { TextField } from './text-field.tsx'

const USUAL_DAYS = 14

interface AskFormProps {
  subject: Subject
  plans: Plan[]
  snapshot: Snapshot
  today: string
}

/** Asks a county or prefecture about one figure, with a day until which to answer. */
export function AskForm({ subject, plans, snapshot, today }: AskFormProps) {
  const { t, i18n } = useTranslation()
  const ask = { ...subject, snapshot: snapshot.id }
  const { plan, region, asOf } = ask
  const own = useQuery(progressQuery({ plan, region, asOf, snapshot: ask.snapshot, level: 'self' }))
  const indicator = indicatorIn(plans, subject)
  return (
    <section className="panel inquiry-ask" aria-labelledby="ask">
      <h2 id="ask">{t('inquiry.ask.title')}</h2>
      <Await query={own} lines={4}>
        {({ rows }) => {
          const row = rows.find((one) => one.indicator === subject.indicator)
          if (row === undefined || indicator === undefined) return <p>{t('inquiry.ask.nothing')}</p>
          const figure = { ...row, snapshot: snapshot.id, asOf }
          return (
            <>
              <p className="inquiry-subject">
                {row.regionName} · {pick(i18n.language, indicator.name)}
              </p>
              <p>{figureWords(t, i18n.language, figure, indicator)}</p>
              <Fields subject={subject} today={today} />
            </>
          )
        }}
      </Await>
    </section>
  )
}

function isoDay(day: Date): string {
  return formatISO(day, { representation: 'date' })
}

/** The day is one that the server takes: from today on, within a year. */
function Fields({ subject, today }: { subject: Subject; today: string }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const announce = useAnnounce()
  const [dueOn, setDueOn] = useState(isoDay(addDays(parseISO(today), USUAL_DAYS)))
  const [text, setText] = useState('')
  const sending = useSend(askInquiry, () => {
    announce(t('inquiry.ask.sent'))
    void navigate('/inquiries')
  })
  const submit = (event: SyntheticEvent) => {
    event.preventDefault()
    sending.mutate({ ...subject, dueOn, text })
  }
  return (
    <form onSubmit={submit}>
      <TextField label={t('inquiry.ask.text')} value={text} onChange={setText} />
      <DateField
        label={t('inquiry.ask.due')}
        value={dueOn}
        min={today}
        max={isoDay(addYears(parseISO(today), 1))}
        onChange={setDueOn}
      />
      <Refusal error={sending.error} />
      <p className="inquiry-buttons">
        <button type="submit" className="button button-primary" disabled={sending.isPending}>
          {t('inquiry.ask.send')}
        </button>
        <Link className="button" to="/inquiries">
          {t('inquiry.cancel')}
        </Link>
      </p>
    </form>
  )
}
