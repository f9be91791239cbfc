import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Indicator } from '../api.ts'
import type { Inquiry } from '../api-inquiries.ts'
import { formatDay } from '../format.ts'
import { useSession } from '../shell/session.ts'
import { figureAddress } from './address.ts'
import { AnswerForm } from './answer-form.tsx'
import { DecisionForm } from './decision-form.tsx'
import { History } from './history.tsx'
import { figureWords, subjectWords } from './inquiry-words.ts'
import { StateBadge } from './state-badge.tsx'

/** One inquiry: what was asked of whom, what became of it, and what may be done now. */
export function InquiryCard({ inquiry, indicator }: { inquiry: Inquiry; indicator: Indicator }) {
  const { t, i18n } = useTranslation()
  const { role } = useSession()
  const title = `inquiry-${inquiry.id}`
  const subject = subjectWords(i18n.language, inquiry, indicator)
  return (
    <article className="panel inquiry-card" aria-labelledby={title}>
      <div className="panel-head">
        <h3 id={title} className="inquiry-subject">
          {role === 'respondent' ? (
            subject
          ) : (
            <Link className="inquiry-figure-link" to={figureAddress(inquiry)}>
              {subject}
            </Link>
          )}
        </h3>
        <StateBadge inquiry={inquiry} />
      </div>
      <p>
        {t('inquiry.due', { day: formatDay(t, inquiry.dueOn) })}
        <span className="soft inquiry-figure">
          {figureWords(t, i18n.language, inquiry.figure, indicator)}
        </span>
      </p>
      <History inquiry={inquiry} indicator={indicator} />
      {inquiry.mayAnswer && <AnswerForm inquiry={inquiry} indicator={indicator} />}
      {inquiry.mayDecide && (
        <details className="inquiry-decide">
          <summary>{t(`inquiry.decision.title.${inquiry.state}`)}</summary>
          <DecisionForm inquiry={inquiry} />
        </details>
      )}
    </article>
  )
}
