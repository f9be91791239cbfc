import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { Plan, Region, Snapshot } from '../api.ts'
import { catalogueQuery, regionQuery } from '../queries.ts'
import { OverDataset, type Named } from '../shell/dataset-page.tsx'
import { useSession } from '../shell/session.ts'
import { Await } from '../states/await.tsx'
import { Empty } from '../states/empty.tsx'
import { useView } from '../view.ts'
import { sceneLink, type Scene } from './scene.ts'

interface OverSceneProps {
  /** The page's name, above its states. */
  name: string
  /** Without navigation around it: a page that has the whole screen. */
  bare?: boolean
  children: (scene: Scene) => ReactNode
}

/** A page over what the address names: the dataset, the plan, the region, the indicator. */
export function OverScene({ name, bare = false, children }: OverSceneProps) {
  return (
    <OverDataset name={name} bare={bare}>
      {(snapshot, named) => (
        <Dataset of={snapshot} named={named}>
          {children}
        </Dataset>
      )}
    </OverDataset>
  )
}

interface DatasetProps {
  of: Snapshot
  named: Named
  children: OverSceneProps['children']
}

function Dataset({ of: snapshot, named, children }: DatasetProps) {
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
          {(place) => (
            <Place {...{ snapshot, plans, asOf, named }} region={place}>
              {children}
            </Place>
          )}
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
  children: OverSceneProps['children']
}

function Place({ snapshot, plans, region, asOf, named, children }: PlaceProps) {
  const view = useView()
  const plan = plans.find((known) => known.plan === view.plan) ?? plans[0]
  const indicator =
    plan?.indicators.find((known) => known.code === view.indicator) ?? plan?.indicators[0]
  if (plan === undefined || indicator === undefined) return named(<Empty what="indicators" />)
  const filter = view.status?.split('.') ?? []
  const scene = { snapshot, plans, plan, indicator, region, asOf, filter, ready: false }
  return children({ ...scene, link: sceneLink(view, scene) })
}
