import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useSearchParams } from 'react-router'
import type { Snapshot } from '../api.ts'
import { snapshotsQuery } from '../queries.ts'
import { Await } from '../states/await.tsx'
import { Empty } from '../states/empty.tsx'
import { OlderDataset, UnknownDataset } from '../time-travel/older-dataset.tsx'
import { DemoBanner } from './demo-banner.tsx'
import { PageHead } from './page-head.tsx'
import { Shell } from './shell.tsx'
import { SnapshotNotice } from './snapshot-notice.tsx'

/** A state under the page's name: until the page has a head of its own. */
export type Named = (state: ReactNode) => ReactNode

interface OverDatasetProps {
  name: string
  /** Without the product's header and navigation. */
  bare?: boolean
  /** The page stands on a day and dataset of its own, whatever is in use or asked for. */
  fixed?: boolean
  children: (snapshot: Snapshot, named: Named) => ReactNode
}

/** A page over the current dataset, or the one that the address names, and every state before that is there. */
export function OverDataset({ name, bare = false, fixed = false, children }: OverDatasetProps) {
  const snapshots = useQuery(snapshotsQuery)
  const [search] = useSearchParams()
  const asked = fixed ? null : search.get('snapshot')
  const { current = null, all = [] } = snapshots.data ?? {}
  const chosen = asked === null ? current : (all.find(({ id }) => id === asked) ?? null)
  const named: Named = (state) => (
    <>
      <h1 className="page-name">{name}</h1>
      {state}
    </>
  )
  const Frame = bare ? WholeScreen : Shell
  return (
    <Frame snapshot={chosen ?? current}>
      <SnapshotNotice
        current={fixed ? null : current}
        lost={snapshots.isError && current !== null}
      />
      <OlderDataset current={current} chosen={chosen} />
      <Await query={snapshots} lines={10} frame={named}>
        {() => {
          if (chosen !== null) return children(chosen, named)
          return named(asked === null ? <Empty what="snapshots" /> : <UnknownDataset id={asked} />)
        }}
      </Await>
    </Frame>
  )
}

/** Nothing around the page but what marks a demonstration. */
function WholeScreen({ snapshot, children }: { snapshot: Snapshot | null; children: ReactNode }) {
  return (
    <>
      {snapshot?.demonstration && <DemoBanner ratio={snapshot.demonstration.ratio} />}
      <main id="main">{children}</main>
    </>
  )
}

interface DatasetPageProps {
  name: string
  children: (snapshot: Snapshot) => ReactNode
}

/** The same with the head that most pages have: the name, the as-of day, the dataset. */
export function DatasetPage({ name, children }: DatasetPageProps) {
  return (
    <OverDataset name={name}>
      {(snapshot) => (
        <>
          <PageHead name={name} calendar={{ snapshot: snapshot.id, asOf: snapshot.asOf }} />
          {children(snapshot)}
        </>
      )}
    </OverDataset>
  )
}
