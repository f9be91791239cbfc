import { useQuery } from '@tanstack/react-query'
import type { ComponentProps } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import type { Plan, Region, Snapshot } from '../api.ts'
import { catalogueQuery, regionQuery } from '../queries.ts'
import { matrixQuery } from '../region/queries.ts'
import { OverDataset, type Named } from '../shell/dataset-page.tsx'
import { useSession } from '../shell/session.ts'
import { Await } from '../states/await.tsx'
import { Empty } from '../states/empty.tsx'
import { GoHome } from '../states/go-home.tsx'
import { NoPermission } from '../states/no-permission.tsx'
import { PageHead } from '../shell/page-head.tsx'
import { useAnnounceChange } from '../shell/use-announce-change.ts'
import { alone, compareAddress, readCompared, type Compared } from './address.ts'
import { compareWords } from './compare-words.ts'
import { Chosen } from './chosen.tsx'
import { CompareTable } from './compare-table.tsx'
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
  const asked = readCompared(search)
  const [first = home] = asked.regions
  const asOf = asked.asOf ?? snapshot.asOf
  const catalogue = useQuery(catalogueQuery(snapshot.id))
  const region = useQuery(regionQuery({ region: first, asOf, snapshot: snapshot.id }))
  return (
    <Await query={catalogue} lines={10} frame={named}>
      {(plans) => (
        <Await query={region} lines={10} frame={named}>
          {(found) => <Side {...{ snapshot, plans, asOf, asked, named }} first={found} />}
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
  asOf: string
  asked: Compared
  named: Named
}

function Side({ snapshot, plans, first, asOf, asked, named }: SideProps) {
  const { t } = useTranslation()
  const plan = plans.find((one) => one.plan === asked.plan) ?? plans[0]
  const field = fieldOf(first)
  const ask = { plan: plan?.plan ?? '', asOf, snapshot: snapshot.id, ...field }
  const found = useQuery({ ...matrixQuery(ask), enabled: plan !== undefined })
  if (plan === undefined) return named(<Empty what="indicators" />)
  if (first.access === 'refused') {
    const home = compareAddress({ ...asked, plan: plan.plan, regions: [] })
    return named(<NoPermission name={first.name} home={<GoHome to={home} />} />)
  }
  const codes = asked.regions.length === 0 ? [first.code] : asked.regions.slice(0, MOST)
  const here = { ...asked, plan: plan.plan, regions: codes }
  const isNational = field.region === '000000'
  const calendar = { snapshot: snapshot.id, asOf, dated: true }
  return (
    <>
      <PageHead
        name={t('compare.title')}
        calendar={isNational ? calendar : { ...calendar, region: first }}
      />
      <Await query={found} lines={12}>
        {(matrix) => {
          const shown = codes.flatMap((code) => matrix.regions.filter((one) => one.code === code))
          return (
            <Beside
              {...{ snapshot, asOf, plans, plan, matrix, shown }}
              link={(change) => compareAddress({ ...here, ...change })}
              regionLink={(region) => alone(here, region)}
            />
          )
        }}
      </Await>
    </>
  )
}

interface BesideProps extends ComponentProps<typeof CompareTable> {
  plans: Plan[]
  link: ComponentProps<typeof Chosen>['link']
}

/** The regions that stand side by side, and what takes one away or adds another: said when they change. */
function Beside({ plans, link, ...table }: BesideProps) {
  const { t, i18n } = useTranslation()
  const { plan, matrix, shown } = table
  useAnnounceChange(shown.length === 0 ? null : compareWords(t, i18n.language, table))
  return (
    <>
      <Chosen {...{ plans, plan, shown, link }} field={matrix.regions} most={MOST} />
      {shown.length === 0 ? (
        <p className="panel">{t('compare.none')}</p>
      ) : (
        <CompareTable {...table} />
      )}
    </>
  )
}
