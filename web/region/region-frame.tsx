import { useQuery } from '@tanstack/react-query'
import { useRef, type ReactNode, type RefObject } from 'react'
import { useAnnounceArrival, type Seen } from '../overview/use-announce-arrival.ts'
import { progressQuery } from '../queries.ts'
import { OverRegion, type OverRegionData } from '../shell/over-region.tsx'
import { useSession } from '../shell/session.ts'
import { Empty } from '../states/empty.tsx'
import { GoHome } from '../states/go-home.tsx'
import { NoPermission } from '../states/no-permission.tsx'
import { regionAddress, useAsked, type RegionPath } from './address.ts'
import { Head } from './head.tsx'
import { questionOf, sceneOf, type Place } from './place.ts'
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
  const seen = useRef<Seen | null>(null)
  return (
    <OverRegion name={props.name}>
      {(found) => <Chosen {...props} {...found} seen={seen} />}
    </OverRegion>
  )
}

function Chosen({
  path,
  name,
  plan: only,
  children,
  named,
  seen,
  ...given
}: FrameProps & OverRegionData & { seen: RefObject<Seen | null> }) {
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
      {region.access === 'refused' ? (
        <Refused place={place} />
      ) : (
        <>
          <Arrival place={place} seen={seen} />
          {children(place)}
        </>
      )}
    </>
  )
}

/** Tells a screen reader what a choice has led to. */
function Arrival({ place, seen }: { place: Place; seen: RefObject<Seen | null> }) {
  const own = useQuery(progressQuery({ ...questionOf(place), level: 'self' }))
  useAnnounceArrival(sceneOf(place), own.isPlaceholderData ? undefined : own.data, seen)
  return null
}

function Refused({ place }: { place: Place }) {
  const { region: home } = useSession()
  const way = <GoHome to={place.link({ region: home, level: null })} />
  return <NoPermission name={place.region.name} home={way} />
}
