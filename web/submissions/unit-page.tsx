import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Snapshot } from '../api.ts'
import type { SubmissionCalendar, SubmittingUnit, UnitSubmission } from '../api-submissions.ts'
import { useFacts } from '../download/facts.ts'
import { formatQuarter } from '../format.ts'
import { Await } from '../states/await.tsx'
import { CalendarDownload } from './calendar-download.tsx'
import { CalendarTable } from './calendar-table.tsx'
import { NATION, quarterSentence } from './calendar-words.ts'
import { submissionSentence } from './file-words.ts'
import { FilesTable } from './files-table.tsx'
import { History } from './history.tsx'
import { PageHead } from '../shell/page-head.tsx'
import { QuarantineSection } from './quarantine.tsx'
import { submissionQuery } from './queries.ts'
import type { About } from './sheets.ts'
import { Unmatched } from './unmatched.tsx'
import { UploadSection } from './upload/upload.tsx'

interface UnitPageProps {
  calendar: SubmissionCalendar
  snapshot: Snapshot
  unit: SubmittingUnit
  quarter: string
}

function Way({ name }: { name: string }) {
  const { t } = useTranslation()
  return (
    <nav className="breadcrumb" aria-label={t('submissions.way')}>
      <ol>
        <li>
          <Link to="/submissions">{t('submissions.title')}</Link>
        </li>
        <li aria-current="page">{name}</li>
      </ol>
    </nav>
  )
}

/** The unit's own quarter first, then how it stands with all units. */
function UnitSummary({ submission, calendar }: UnitSummaryProps) {
  const { t, i18n } = useTranslation()
  const count = calendar.counts.find(({ quarter }) => quarter === submission.quarter)
  return (
    <section className="summary submission-summary panel" aria-label={t('summary.label')}>
      <p className="summary-state">{submissionSentence(t, i18n.language, submission)}</p>
      {count !== undefined && <p>{quarterSentence(t, i18n.language, count, calendar.units)}</p>}
    </section>
  )
}

interface UnitSummaryProps {
  submission: UnitSubmission
  calendar: SubmissionCalendar
}

/** One unit's quarter: its files, what was quarantined, what was sent again, what is unmatched. */
export function UnitPage({ calendar, snapshot, unit, quarter }: UnitPageProps) {
  const { t } = useTranslation()
  const facts = useFacts()
  const ask = { unit: unit.code, quarter, snapshot: calendar.snapshot }
  const submission = useQuery(submissionQuery(ask))
  const name = unit.code === NATION ? t('submissions.federation') : unit.name
  const strip = { ...calendar, units: [unit] }
  const stripTitle = t('submissions.strip', { name })
  const about = (title: string): About => ({
    title: `${name} ${title}`,
    facts: facts({ snapshot, asOf: calendar.asOf }),
  })
  return (
    <>
      <PageHead
        name={name}
        sub={t('submissions.of', { quarter: formatQuarter(t, quarter) })}
        calendar={calendar}
        above={calendar.units.length > 1 && <Way name={name} />}
      />
      <section className="panel submission-section" aria-label={stripTitle}>
        <CalendarDownload title={stripTitle} calendar={strip} snapshot={snapshot} />
        <CalendarTable calendar={strip} chosen={{ unit: unit.code, quarter }} />
      </section>
      <Await query={submission} lines={12}>
        {(found) => (
          <>
            <UnitSummary submission={found} calendar={calendar} />
            {found.sendable.includes(quarter) && (
              <UploadSection
                key={quarter}
                unit={unit.code}
                about={about}
                quarter={quarter}
                last={found.sendable.at(-1) ?? quarter}
                first={!calendar.quarters.includes(quarter)}
              />
            )}
            <FilesTable files={found.files} about={about} />
            <QuarantineSection key={quarter} submission={found} ask={ask} about={about} />
            <div className="submission-columns">
              <History submission={found} about={about} />
              <Unmatched unmatched={found.unmatched} />
            </div>
          </>
        )}
      </Await>
    </>
  )
}
