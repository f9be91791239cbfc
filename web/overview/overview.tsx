import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Plan, Region, Snapshot } from '../api.ts'
import { catalogueQuery, regionQuery, snapshotQuery } from '../queries.ts'
import { useSession } from '../shell/session.ts'
import { Shell } from '../shell/shell.tsx'
import { SnapshotNotice } from '../shell/snapshot-notice.tsx'
import { Await } from '../states/await.tsx'
import { Empty } from '../states/empty.tsx'
import { useView } from '../view.ts'
import { RegionPage } from './region-page.tsx'
import { sceneLink } from './scene.ts'
import './overview.css'

/** A page without a region yet still has a name. */
function Unnamed({ children }: { children: ReactNode }) {
  const { t } = useTranslation()
  return (
    <>
      <h1 className="page-name">{t('product.name')}</h1>
      {children}
    </>
  )
}

function unnamed(state: ReactNode) {
  return <Unnamed>{state}</Unnamed>
}

/** The view for any region: what the data are, then whose they are, then the board itself. */
export function Overview() {
  const snapshot = useQuery(snapshotQuery)
  const current = snapshot.data ?? null
  return (
    <Shell snapshot={current}>
      <SnapshotNotice current={current} lost={snapshot.isError && current !== null} />
      <Await query={snapshot} lines={10} frame={unnamed}>
        {() => (current === null ? unnamed(<Empty what="snapshots" />) : <Dataset of={current} />)}
      </Await>
    </Shell>
  )
}

function Dataset({ of: snapshot }: { of: Snapshot }) {
  const view = useView()
  const session = useSession()
  const asOf = view.asOf ?? snapshot.asOf
  const catalogue = useQuery(catalogueQuery(snapshot.id))
  const region = useQuery(
    regionQuery({ region: view.region ?? session.region, asOf, snapshot: snapshot.id }),
  )
  return (
    <Await query={catalogue} lines={10} frame={unnamed}>
      {(plans) => (
        <Await query={region} lines={10} frame={unnamed}>
          {(place) => <Place snapshot={snapshot} plans={plans} region={place} asOf={asOf} />}
        </Await>
      )}
    </Await>
  )
}

interface PlaceProps {
  snapshot: Snapshot
  plans: Plan[]
  region: Region
  asOf: string
}

function Place({ snapshot, plans, region, asOf }: PlaceProps) {
  const view = useView()
  const plan = plans.find((known) => known.plan === view.plan) ?? plans[0]
  const indicator =
    plan?.indicators.find((known) => known.code === view.indicator) ?? plan?.indicators[0]
  if (plan === undefined || indicator === undefined) return unnamed(<Empty what="indicators" />)
  const filter = view.status?.split('.') ?? []
  const scene = { snapshot, plans, plan, indicator, region, asOf, filter, ready: false }
  return <RegionPage scene={{ ...scene, link: sceneLink(view, scene) }} />
}
