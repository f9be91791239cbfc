import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useSearchParams } from 'react-router'
import type { Plan, Region, Snapshot } from '../api.ts'
import { catalogueQuery, regionQuery } from '../queries.ts'
import { Await } from '../states/await.tsx'
import { OverDataset, type Named } from './dataset-page.tsx'
import { useSession } from './session.ts'

export interface OverRegionData {
  snapshot: Snapshot
  plans: Plan[]
  region: Region
  asOf: string
  named: Named
}

interface OverRegionProps {
  /** The page's name, above its states. */
  name: string
  /** Without navigation around it: a page that has the whole screen. */
  bare?: boolean
  children: (found: OverRegionData) => ReactNode
}

/** A page over the region and the day that the address names, and every state before they are there. */
export function OverRegion({ name, bare = false, children }: OverRegionProps) {
  return (
    <OverDataset name={name} bare={bare}>
      {(snapshot, named) => (
        <Found snapshot={snapshot} named={named}>
          {children}
        </Found>
      )}
    </OverDataset>
  )
}

type FoundProps = Pick<OverRegionData, 'snapshot' | 'named'> & Pick<OverRegionProps, 'children'>

function Found({ snapshot, named, children }: FoundProps) {
  const [search] = useSearchParams()
  const session = useSession()
  const asOf = search.get('asOf') ?? snapshot.asOf
  const code = search.get('region') ?? session.region
  const catalogue = useQuery(catalogueQuery(snapshot.id))
  const region = useQuery(regionQuery({ region: code, asOf, snapshot: snapshot.id }))
  return (
    <Await query={catalogue} lines={10} frame={named}>
      {(plans) => (
        <Await query={region} lines={10} frame={named}>
          {(found) => children({ snapshot, plans, region: found, asOf, named })}
        </Await>
      )}
    </Await>
  )
}
