import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Plan, Region as Area, Snapshot } from '../api.ts'
import { catalogueQuery, regionQuery, snapshotQuery } from '../queries.ts'
import { useSession } from '../shell/session.ts'
import { Shell } from '../shell/shell.tsx'
import { SnapshotNotice } from '../shell/snapshot-notice.tsx'
import { Await } from '../states/await.tsx'
import { Empty } from '../states/empty.tsx'
import { regionAddress, useAsked } from './address.ts'
import { RegionPage } from './region-page.tsx'
import './region.css'

function Named({ children }: { children: ReactNode }) {
  const { t } = useTranslation()
  return (
    <>
      <h1 className="page-name">{t('region.title')}</h1>
      {children}
    </>
  )
}

function named(state: ReactNode) {
  return <Named>{state}</Named>
}

/** 地区: from the province to the county, siblings side by side. */
export function Region() {
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
  const asked = useAsked()
  const session = useSession()
  const asOf = asked.asOf ?? snapshot.asOf
  const catalogue = useQuery(catalogueQuery(snapshot.id))
  const region = useQuery(
    regionQuery({ region: asked.region ?? session.region, asOf, snapshot: snapshot.id }),
  )
  return (
    <Await query={catalogue} lines={10} frame={named}>
      {(plans) => (
        <Await query={region} lines={10} frame={named}>
          {(area) => <Chosen snapshot={snapshot} plans={plans} region={area} asOf={asOf} />}
        </Await>
      )}
    </Await>
  )
}

interface ChosenProps {
  snapshot: Snapshot
  plans: Plan[]
  region: Area
  asOf: string
}

function Chosen({ snapshot, plans, region, asOf }: ChosenProps) {
  const asked = useAsked()
  const plan = plans.find((known) => known.plan === asked.plan) ?? plans[0]
  const indicator =
    plan?.indicators.find((known) => known.code === asked.indicator) ?? plan?.indicators[0]
  if (plan === undefined || indicator === undefined) return named(<Empty what="indicators" />)
  const link = (change: Parameters<typeof regionAddress>[1]) =>
    regionAddress({ ...asked, region: region.code, plan: plan.plan }, change)
  const { peers } = asked
  const place = { snapshot, plans, plan, indicator, region, asOf, peers, link }
  return <RegionPage place={place} level={asked.level} />
}
