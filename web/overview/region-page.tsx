import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import { memo, useDeferredValue, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Progress } from '../api.ts'
import { BulletList } from '../bullet/bullet-list.tsx'
import { Change } from '../change/change.tsx'
import { Detail } from '../detail/detail.tsx'
import { evidenceAddress } from '../evidence/address.ts'
import { Late } from '../lateness/late.tsx'
import { progressQuery } from '../queries.ts'
import { Ranking } from '../ranking/ranking.tsx'
import { useSession } from '../shell/session.ts'
import { Await } from '../states/await.tsx'
import { Failure } from '../states/failure.tsx'
import { GoHome } from '../states/go-home.tsx'
import { NoPermission } from '../states/no-permission.tsx'
import { TileMap } from '../tile-map/tile-map.tsx'
import { Trend } from '../trend/trend.tsx'
import { Basis } from './basis.tsx'
import { Controls } from './controls.tsx'
import { Heading } from './heading.tsx'
import { PlanSwitch } from './plan-switch.tsx'
import type { Scene } from './scene.ts'
import { Summary } from './summary-panel.tsx'
import { SceneFilters } from './scene-filters.tsx'
import { useLines } from './use-lines.ts'
import { useAnnounceArrival, type Seen } from './use-announce-arrival.ts'

export function RegionPage({ scene }: { scene: Scene }) {
  const { plan, region, asOf, snapshot } = scene
  const refused = region.access === 'refused'
  const ask = { plan: plan.plan, region: region.code, asOf, snapshot: snapshot.id }
  const own = useQuery({
    ...progressQuery({ ...ask, level: 'self' }),
    enabled: !refused,
  })
  const ready = refused || own.isFetched
  const settled = useMemo(() => ({ ...scene, ready }), [scene, ready])
  const seen = useRef<Seen | null>(null)
  useAnnounceArrival(scene, refused || own.isPlaceholderData ? undefined : own.data, seen)
  return (
    <>
      <div className="top top-overview">
        <Heading scene={scene} />
        <Controls scene={scene} />
        <PlanSwitch scene={scene} />
      </div>
      {refused ? <Refused scene={settled} /> : <Board scene={settled} own={own} />}
    </>
  )
}

function Refused({ scene }: { scene: Scene }) {
  const { t } = useTranslation()
  const { region: home } = useSession()
  const links = (
    <p className="refused-links">
      <GoHome to={scene.link({ region: home })} />
      <Link className="button" to={scene.link({ region: '000000' })}>
        {t('refusal.goNation')}
      </Link>
    </p>
  )
  return (
    <div className="columns">
      <NoPermission name={scene.region.name} home={links} />
      <div className="side">
        <TileMap scene={scene} />
      </div>
    </div>
  )
}

function Board({ scene, own }: { scene: Scene; own: UseQueryResult<Progress> }) {
  const { t } = useTranslation()
  const lines = useLines(scene, own.data?.rows)
  const beside = useDeferredValue(scene, null)
  if (own.isLoadingError) return <Failure error={own.error} retry={() => void own.refetch()} />
  const chosen = lines.find(({ indicator }) => indicator.code === scene.indicator.code)
  return (
    <>
      <Await query={own} lines={3}>
        {(progress) => (
          <>
            <Summary scene={scene} progress={progress}>
              <SceneFilters scene={scene} />
              <p className="visually-hidden">{t('summary.structure')}</p>
            </Summary>
            <Late place={scene} rows={progress.rows} />
          </>
        )}
      </Await>
      <div className="columns">
        <Await query={own} lines={14}>
          {() => <BulletList scene={scene} lines={lines} />}
        </Await>
        <div className="side">
          {chosen !== undefined && <Detail {...chosen} evidence={evidenceAddress(scene)} />}
          {beside !== null && <Beside scene={beside} />}
        </div>
      </div>
    </>
  )
}

/** All about the chosen line beside the list: made after the list, and not again when the list is. */
const Beside = memo(function Beside({ scene }: { scene: Scene }) {
  return (
    <>
      <TileMap scene={scene} />
      <Change scene={scene} />
      <Trend scene={scene} />
      <Ranking scene={scene} />
      <Basis indicator={scene.indicator} />
    </>
  )
})
