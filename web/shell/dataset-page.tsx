import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { Snapshot } from '../api.ts'
import { snapshotQuery } from '../queries.ts'
import { Await } from '../states/await.tsx'
import { Empty } from '../states/empty.tsx'
import { PageHead } from './page-head.tsx'
import { Shell } from './shell.tsx'
import { SnapshotNotice } from './snapshot-notice.tsx'

/** A state under the page's name: until the page has a head of its own. */
export type Named = (state: ReactNode) => ReactNode

interface OverDatasetProps {
  name: string
  children: (snapshot: Snapshot, named: Named) => ReactNode
}

/** A page over the current dataset, and every state before that is there. */
export function OverDataset({ name, children }: OverDatasetProps) {
  const snapshot = useQuery(snapshotQuery)
  const current = snapshot.data ?? null
  const named: Named = (state) => (
    <>
      <h1 className="page-name">{name}</h1>
      {state}
    </>
  )
  return (
    <Shell snapshot={current}>
      <SnapshotNotice current={current} lost={snapshot.isError && current !== null} />
      <Await query={snapshot} lines={10} frame={named}>
        {() => (current === null ? named(<Empty what="snapshots" />) : children(current, named))}
      </Await>
    </Shell>
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
