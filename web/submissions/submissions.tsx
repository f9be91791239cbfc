import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Snapshot } from '../api.ts'
import type { SubmissionCalendar } from '../api-submissions.ts'
import { OverDataset, type Named } from '../shell/dataset-page.tsx'
import { useSession } from '../shell/session.ts'
import { Await } from '../states/await.tsx'
import { NoPermission } from '../states/no-permission.tsx'
import { usePlace } from './address.ts'
import { Calendar } from './calendar.tsx'
import { PageHead } from '../shell/page-head.tsx'
import { calendarQuery } from './queries.ts'
import { UnitPage } from './unit-page.tsx'
import './submissions.css'

/** 数据报送: who sent what for which quarter, and what became of it. */
export function Submissions() {
  const { t } = useTranslation()
  return (
    <OverDataset name={t('submissions.title')}>
      {(snapshot, named) => <Dataset of={snapshot} named={named} />}
    </OverDataset>
  )
}

function Dataset({ of: snapshot, named }: { of: Snapshot; named: Named }) {
  const calendar = useQuery(calendarQuery(snapshot.id))
  return (
    <Await query={calendar} lines={14} frame={named}>
      {(found) => <Chosen calendar={found} snapshot={snapshot} />}
    </Await>
  )
}

/** A supervisor's own unit and the latest quarter are chosen where the address names none. */
function Chosen({ calendar, snapshot }: { calendar: SubmissionCalendar; snapshot: Snapshot }) {
  const { t } = useTranslation()
  const place = usePlace()
  const { role, region } = useSession()
  const code = place.unit ?? (role === 'supervisor' ? region : null)
  if (code === null) return <Calendar calendar={calendar} snapshot={snapshot} />
  const unit = calendar.units.find((one) => one.code === code)
  const quarter = place.quarter ?? calendar.quarters.at(-1) ?? ''
  if (unit?.readable) return <UnitPage {...{ calendar, snapshot, unit, quarter }} />
  return (
    <>
      <PageHead name={t('submissions.title')} calendar={calendar} />
      <NoPermission name={unit?.name ?? null} home={null} />
    </>
  )
}
