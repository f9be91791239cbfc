import { useTranslation } from 'react-i18next'
import type { Snapshot } from '../api.ts'
import type { QuarterState, SubmissionCalendar } from '../api-submissions.ts'
import { CalendarDownload } from './calendar-download.tsx'
import { CalendarTable } from './calendar-table.tsx'
import { quarterSentence } from './calendar-words.ts'
import { PageHead } from '../shell/page-head.tsx'
import { StateBadge } from './state-badge.tsx'

const STATES: readonly QuarterState[] = ['received', 'late', 'partly_refused', 'refused', 'missing']

/** What each state means, beside its badge. */
function Legend() {
  const { t } = useTranslation()
  return (
    <dl className="submission-legend">
      {STATES.map((state) => (
        <div key={state}>
          <dt>
            <StateBadge state={state} />
          </dt>
          <dd>{t(`submissions.meaning.${state}`)}</dd>
        </div>
      ))}
    </dl>
  )
}

/** The state of the latest quarter in a sentence. */
function QuarterSummary({ calendar }: { calendar: SubmissionCalendar }) {
  const { t, i18n } = useTranslation()
  const latest = calendar.counts.at(-1)
  if (latest === undefined) return null
  return (
    <section className="summary submission-summary panel" aria-label={t('summary.label')}>
      <p className="summary-state">{quarterSentence(t, i18n.language, latest, calendar.units)}</p>
    </section>
  )
}

function Misplaced({ files }: { files: SubmissionCalendar['misplaced'] }) {
  const { t } = useTranslation()
  if (files.length === 0) return null
  return (
    <section className="panel" aria-labelledby="misplaced">
      <h2 id="misplaced">{t('submissions.misplaced.title', { count: files.length })}</h2>
      <p className="panel-sub">{t('submissions.misplaced.words')}</p>
      <ul className="misplaced">
        {files.map(({ path, reason }) => (
          <li key={path}>
            <code>{path}</code>
            <span lang="zh-CN">{reason}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

interface CalendarProps {
  calendar: SubmissionCalendar
  snapshot: Snapshot
}

/** Units × quarters, for those who look at all units. */
export function Calendar({ calendar, snapshot }: CalendarProps) {
  const { t } = useTranslation()
  const readable = calendar.units.some((unit) => unit.readable)
  return (
    <>
      <PageHead name={t('submissions.title')} calendar={calendar} />
      <QuarterSummary calendar={calendar} />
      <section className="panel submission-section" aria-labelledby="calendar">
        <div className="panel-head">
          <h2 id="calendar">{t('submissions.calendar')}</h2>
          <p className="panel-sub">
            {t(readable ? 'submissions.keys' : 'submissions.calendarOnly')}
          </p>
        </div>
        <CalendarDownload
          title={t('submissions.calendar')}
          calendar={calendar}
          snapshot={snapshot}
        />
        <Legend />
        <CalendarTable calendar={calendar} chosen={null} />
      </section>
      <Misplaced files={calendar.misplaced} />
    </>
  )
}
