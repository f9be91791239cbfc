import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Plan, Region, Snapshot } from '../api.ts'
import { catalogueQuery, regionQuery } from '../queries.ts'
import { OverDataset, type Named } from '../shell/dataset-page.tsx'
import { useSession } from '../shell/session.ts'
import { Await } from '../states/await.tsx'
import { Empty } from '../states/empty.tsx'
import { useView } from '../view.ts'
import { RegionPage } from './region-page.tsx'
import { sceneLink } from './scene.ts'
import './overview.css'

/** The view for any region: what the data are, then whose they are, then the board itself. */
export function Overview() {
  const { t } = useTranslation()
  return (
    <OverDataset name={t('product.name')}>
      {(snapshot, named) => <Dataset of={snapshot} named={named} />}
    </OverDataset>
  )
}

function Dataset({ of: snapshot, named }: { of: Snapshot; named: Named }) {
  const view = useView()
  const session = useSession()
  const asOf = view.asOf ?? snapshot.asOf
  const catalogue = useQuery(catalogueQuery(snapshot.id))
  const region = useQuery(
    regionQuery({ region: view.region ?? session.region, asOf, snapshot: snapshot.id }),
  )
  return (
    <Await query={catalogue} lines={10} frame={named}>
      {(plans) => (
        <Await query={region} lines={10} frame={named}>
          {(place) => <Place {...{ snapshot, plans, asOf, named }} region={place} />}
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
  named: Named
}

function Place({ snapshot, plans, region, asOf, named }: PlaceProps) {
  const view = useView()
  const plan = plans.find((known) => known.plan === view.plan) ?? plans[0]
  const indicator =
    plan?.indicators.find((known) => known.code === view.indicator) ?? plan?.indicators[0]
  if (plan === undefined || indicator === undefined) return named(<Empty what="indicators" />)
  const filter = view.status?.split('.') ?? []
  const scene = { snapshot, plans, plan, indicator, region, asOf, filter, ready: false }
  return <RegionPage scene={{ ...scene, link: sceneLink(view, scene) }} />
}
