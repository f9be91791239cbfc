import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Snapshot } from '../api.ts'
import type { SubmissionCalendar } from '../api-submissions.ts'
import { snapshotQuery } from '../queries.ts'
import { useSession } from '../shell/session.ts'
import { Shell } from '../shell/shell.tsx'
import { SnapshotNotice } from '../shell/snapshot-notice.tsx'
import { Await } from '../states/await.tsx'
import { Empty } from '../states/empty.tsx'
import { NoPermission } from '../states/no-permission.tsx'
import { usePlace } from './address.ts'
import { Calendar } from './calendar.tsx'
import { PageHead } from './page-head.tsx'
import { calendarQuery } from './queries.ts'
import { UnitPage } from './unit-page.tsx'
import './submissions.css'

function Named({ children }: { children: ReactNode }) {
  const { t } = useTranslation()
  return (
    <>
      <h1 className="page-name">{t('submissions.title')}</h1>
      {children}
    </>
  )
}

function named(state: ReactNode) {
  return <Named>{state}</Named>
}

/** 数据报送: who sent what for which quarter, and what became of it. */
export function Submissions() {
  const snapshot = useQuery(snapshotQuery)
  const current = snapshot.data ?? null
  return (
    <Shell snapshot={current}>
      <SnapshotNotice current={current} lost={snapshot.isError && current !== null} />
      <Await query={snapshot} lines={10} frame={named}>
        {() => (current === null ? named(<Empty what="snapshots" />) : <Dataset of={current} />)}
      </Await>
    </Shell>
  )
}

function Dataset({ of: snapshot }: { of: Snapshot }) {
  const calendar = useQuery(calendarQuery(snapshot.id))
  return (
    <Await query={calendar} lines={14} frame={named}>
      {(found) => <Chosen calendar={found} />}
    </Await>
  )
}

/** A supervisor's own unit and the latest quarter are chosen where the address names none. */
function Chosen({ calendar }: { calendar: SubmissionCalendar }) {
  const { t } = useTranslation()
  const place = usePlace()
  const { role, region } = useSession()
  const code = place.unit ?? (role === 'supervisor' ? region : null)
  if (code === null) return <Calendar calendar={calendar} />
  const unit = calendar.units.find((one) => one.code === code)
  const quarter = place.quarter ?? calendar.quarters.at(-1) ?? ''
  if (unit?.readable) return <UnitPage calendar={calendar} unit={unit} quarter={quarter} />
  return (
    <>
      <PageHead name={t('submissions.title')} calendar={calendar} />
      <NoPermission name={unit?.name ?? null} home={null} />
    </>
  )
}
