import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Plan, Region, Snapshot } from '../api.ts'
import { catalogueQuery, regionQuery } from '../queries.ts'
import { OverDataset, type Named } from '../shell/dataset-page.tsx'
import { useSession } from '../shell/session.ts'
import { Await } from '../states/await.tsx'
import { Empty } from '../states/empty.tsx'
import { NoPermission } from '../states/no-permission.tsx'
import { regionAddress, useAsked, type RegionPath } from './address.ts'
import { Head } from './head.tsx'
import type { Place } from './place.ts'
import './region.css'

interface FrameProps {
  path: RegionPath
  /** The page's name, above its states and in the window's title. */
  name: string
  /** The only plan that the page is about; without it, the one that the address names. */
  plan?: string
  children: (place: Place) => ReactNode
}

/** A page about one region: its head, and every state before it is there, or refused. */
export function RegionFrame(props: FrameProps) {
  return (
    <OverDataset name={props.name}>
      {(snapshot, named) => <Dataset {...props} snapshot={snapshot} named={named} />}
    </OverDataset>
  )
}

function Dataset(props: FrameProps & { snapshot: Snapshot; named: Named }) {
  const { snapshot, named } = props
  const asked = useAsked()
  const session = useSession()
  const asOf = asked.asOf ?? snapshot.asOf
  const catalogue = useQuery(catalogueQuery(snapshot.id))
  const region = useQuery(
    regionQuery({ region: asked.region ?? session.region, asOf, snapshot: snapshot.id }),
  )
  return (
    <Await query={catalogue} lines={10} frame={named}>
      {(plans) => (
        <Await query={region} lines={10} frame={named}>
          {(area) => <Chosen {...props} plans={plans} region={area} asOf={asOf} />}
        </Await>
      )}
    </Await>
  )
}

interface ChosenProps extends FrameProps {
  snapshot: Snapshot
  plans: Plan[]
  region: Region
  asOf: string
  named: Named
}

function Chosen({ path, name, plan: only, children, named, ...given }: ChosenProps) {
  const asked = useAsked()
  const { plans, region } = given
  const wanted = only ?? asked.plan
  const plan = plans.find((known) => known.plan === wanted) ?? (only ? undefined : plans[0])
  const indicator =
    plan?.indicators.find((known) => known.code === asked.indicator) ?? plan?.indicators[0]
  if (plan === undefined || indicator === undefined) return named(<Empty what="indicators" />)
  const link: Place['link'] = (change, to = path) =>
    regionAddress({ ...asked, region: region.code, plan: plan.plan }, change, to)
  const place: Place = { ...given, plan, indicator, peers: asked.peers, link }
  return (
    <>
      <Head place={place} path={path} name={name} />
      {region.access === 'refused' ? <Refused place={place} /> : children(place)}
    </>
  )
}

function Refused({ place }: { place: Place }) {
  const { t } = useTranslation()
  const { region: home } = useSession()
  const way = (
    <Link className="button button-primary" to={place.link({ region: home, level: null })}>
      {t('refusal.goHome')}
    </Link>
  )
  return <NoPermission name={place.region.name} home={way} />
}
