import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link, useSearchParams } from 'react-router'
import type { Plan, Snapshot } from '../api.ts'
import { catalogueQuery } from '../queries.ts'
import { OverDataset, type Named } from '../shell/dataset-page.tsx'
import { useSession } from '../shell/session.ts'
import { Await } from '../states/await.tsx'
import { PageHead } from '../shell/page-head.tsx'
import { readSubject } from './address.ts'
import { AskForm } from './ask-form.tsx'
import { InquiryList } from './inquiry-list.tsx'
import { inquiriesQuery } from './queries.ts'
import './inquiry.css'

/** 督办: the supervisor's start page, and all that a respondent sees. */
export function Inquiries() {
  const { t } = useTranslation()
  return (
    <OverDataset name={t('inquiry.title')}>
      {(snapshot, named) => <Dataset of={snapshot} named={named} />}
    </OverDataset>
  )
}

function Dataset({ of: snapshot, named }: { of: Snapshot; named: Named }) {
  const catalogue = useQuery(catalogueQuery(snapshot.id))
  return (
    <Await query={catalogue} lines={8} frame={named}>
      {(plans) => <Lists snapshot={snapshot} plans={plans} />}
    </Await>
  )
}

function Lists({ snapshot, plans }: { snapshot: Snapshot; plans: Plan[] }) {
  const { t } = useTranslation()
  const [search] = useSearchParams()
  const { role } = useSession()
  const list = useQuery(inquiriesQuery)
  const subject = readSubject(search)
  const head = { snapshot: snapshot.id, asOf: snapshot.asOf }
  return (
    <>
      <PageHead name={t('inquiry.title')} calendar={head} />
      <p className="inquiry-words">{t(`inquiry.words.${role}`)}</p>
      <Await query={list} lines={8}>
        {({ inquiries, today, mayAsk }) => (
          <>
            {mayAsk && subject !== null && (
              <AskForm subject={subject} plans={plans} snapshot={snapshot} today={today} />
            )}
            {mayAsk && subject === null && (
              <p>
                <Link className="button button-primary" to="/region">
                  {t('inquiry.ask.choose')}
                </Link>
              </p>
            )}
            <InquiryList
              name={t('inquiry.pending')}
              inquiries={inquiries.filter(({ state }) => state !== 'closed')}
              plans={plans}
              none={t('inquiry.none.pending')}
            />
            <InquiryList
              name={t('inquiry.closed')}
              inquiries={inquiries.filter(({ state }) => state === 'closed')}
              plans={plans}
              none={t('inquiry.none.closed')}
            />
          </>
        )}
      </Await>
    </>
  )
}
