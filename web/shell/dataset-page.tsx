import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'react-router'
import type { Snapshot } from '../api.ts'
import { formatDay } from '../format.ts'
import { snapshotQuery } from '../queries.ts'
import { Await } from '../states/await.tsx'
import { Empty } from '../states/empty.tsx'
import { Shell } from './shell.tsx'
import { SnapshotNotice } from './snapshot-notice.tsx'

interface DatasetPageProps {
  name: string
  children: (snapshot: Snapshot) => ReactNode
}

/** The focus goes to the page's name when it was come to from within, not when it is opened anew. */
function PageName({ name, snapshot }: { name: string; snapshot: Snapshot | null }) {
  const { t } = useTranslation()
  const heading = useRef<HTMLHeadingElement>(null)
  const opened = useLocation().key === 'default'
  useEffect(() => {
    document.title = `${name} · ${t('product.name')}`
    if (!opened) heading.current?.focus()
  }, [name, opened, t])
  return (
    <div className="top">
      <div className="heading">
        <h1 ref={heading} tabIndex={-1}>
          {name}
        </h1>
        {snapshot !== null && (
          <dl className="facts">
            <div>
              <dt>{t('heading.asOf')}</dt>
              <dd>{formatDay(t, snapshot.asOf)}</dd>
            </div>
            <div>
              <dt>{t('heading.snapshot')}</dt>
              <dd>{snapshot.id}</dd>
            </div>
          </dl>
        )}
      </div>
    </div>
  )
}

/** A page over the current dataset: its name, its facts, and the states before they are there. */
export function DatasetPage({ name, children }: DatasetPageProps) {
  const snapshot = useQuery(snapshotQuery)
  const current = snapshot.data ?? null
  return (
    <Shell snapshot={current}>
      <SnapshotNotice current={current} lost={snapshot.isError && current !== null} />
      <PageName name={name} snapshot={current} />
      <Await query={snapshot} lines={10}>
        {() => (current === null ? <Empty what="snapshots" /> : children(current))}
      </Await>
    </Shell>
  )
}
