import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import type { Plan, Region, Snapshot } from '../api.ts'
import { catalogueQuery, regionQuery } from '../queries.ts'
import { matrixQuery } from '../region/queries.ts'
import { OverDataset, type Named } from '../shell/dataset-page.tsx'
import { useSession } from '../shell/session.ts'
import { Await } from '../states/await.tsx'
import { Empty } from '../states/empty.tsx'
import { PageHead } from '../shell/page-head.tsx'
import { CompareTable } from './compare-table.tsx'
import { Chosen } from './chosen.tsx'
import '../region/region.css'

const MOST = 4

/** Up to four regions of one level, side by side. */
export function Compare() {
  const { t } = useTranslation()
  return (
    <OverDataset name={t('compare.title')}>
      {(snapshot, named) => <Dataset of={snapshot} named={named} />}
    </OverDataset>
  )
}

function Dataset({ of: snapshot, named }: { of: Snapshot; named: Named }) {
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
          {(region) => <Side {...{ snapshot, plans, codes, named }} first={region} />}
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
  named: Named
}

function Side({ snapshot, plans, first, codes, named }: SideProps) {
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
              <CompareTable snapshot={snapshot} plan={plan} matrix={matrix} shown={shown} />
            </>
          )
        }}
      </Await>
    </>
  )
}
