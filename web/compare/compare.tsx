import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import type { Plan, Region, Snapshot } from '../api.ts'
import { catalogueQuery, regionQuery, snapshotQuery } from '../queries.ts'
import { matrixQuery } from '../region/queries.ts'
import { useSession } from '../shell/session.ts'
import { Shell } from '../shell/shell.tsx'
import { SnapshotNotice } from '../shell/snapshot-notice.tsx'
import { Await } from '../states/await.tsx'
import { Empty } from '../states/empty.tsx'
import { PageHead } from '../submissions/page-head.tsx'
import { CompareTable } from './compare-table.tsx'
import { Chosen } from './chosen.tsx'
import '../region/region.css'

const MOST = 4

function Named({ children }: { children: ReactNode }) {
  const { t } = useTranslation()
  return (
    <>
      <h1 className="page-name">{t('compare.title')}</h1>
      {children}
    </>
  )
}

function named(state: ReactNode) {
  return <Named>{state}</Named>
}

/** Up to four regions of one level, side by side. */
export function Compare() {
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
  const [search] = useSearchParams()
  const { region: home } = useSession()
  const codes = (search.get('regions') ?? home).split(',').slice(0, MOST)
  const catalogue = useQuery(catalogueQuery(snapshot.id))
  const first = useQuery(
    regionQuery({ region: codes[0] ?? home, asOf: snapshot.asOf, snapshot: snapshot.id }),
  )
  return (
    <Await query={catalogue} lines={10} frame={named}>
      {(plans) => (
        <Await query={first} lines={10} frame={named}>
          {(region) => <Side snapshot={snapshot} plans={plans} first={region} codes={codes} />}
        </Await>
      )}
    </Await>
  )
}

/** The regions that may stand beside the first: of its level, in its province; the provinces of the nation. */
function fieldOf({ path, level }: Region) {
  const province = path.find((one) => one.level === 'province')
  const isBelow = level === 'prefecture' || level === 'county'
  return {
    region: isBelow ? (province?.code ?? '000000') : '000000',
    level: isBelow ? level : ('province' as const),
  }
}

interface SideProps {
  snapshot: Snapshot
  plans: Plan[]
  first: Region
  codes: string[]
}

function Side({ snapshot, plans, first, codes }: SideProps) {
  const { t } = useTranslation()
  const [search] = useSearchParams()
  const plan = plans.find((one) => one.plan === search.get('plan')) ?? plans[0]
  const { asOf, id } = snapshot
  const ask = { plan: plan?.plan ?? '', asOf, snapshot: id, ...fieldOf(first) }
  const field = useQuery({ ...matrixQuery(ask), enabled: plan !== undefined })
  if (plan === undefined) return named(<Empty what="indicators" />)
  return (
    <>
      <PageHead name={t('compare.title')} calendar={{ snapshot: id, asOf }} />
      <Await query={field} lines={12}>
        {(matrix) => {
          const shown = codes.flatMap((code) => matrix.regions.filter((one) => one.code === code))
          return (
            <>
              <Chosen plans={plans} plan={plan} field={matrix.regions} shown={shown} most={MOST} />
              <CompareTable plan={plan} matrix={matrix} shown={shown} />
            </>
          )
        }}
      </Await>
    </>
  )
}
