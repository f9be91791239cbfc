import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Progress } from '../api.ts'
import { BulletList } from '../bullet/bullet-list.tsx'
import { progressQuery } from '../queries.ts'
import { Ranking } from '../ranking/ranking.tsx'
import { useAnnounce } from '../shell/announce.ts'
import { useSession } from '../shell/session.ts'
import { Await } from '../states/await.tsx'
import { NoPermission } from '../states/no-permission.tsx'
import { TileMap } from '../tile-map/tile-map.tsx'
import { Trend } from '../trend/trend.tsx'
import { Basis } from './basis.tsx'
import { Controls } from './controls.tsx'
import { Heading } from './heading.tsx'
import type { Scene } from './scene.ts'
import { Summary } from './summary-panel.tsx'
import { stateSentence, worstSentence } from './summary.ts'

/** What has come after a drill or a choice is said once, when its figures are there. */
function useAnnounceArrival(scene: Scene, progress: Progress | undefined) {
  const { t, i18n } = useTranslation()
  const announce = useAnnounce()
  const { region, plan, asOf } = scene
  const view = `${region.code} ${plan.plan} ${asOf}`
  const said = useRef<string | null>(null)
  useEffect(() => {
    if (progress === undefined || said.current === view) return
    const first = said.current === null
    said.current = view
    if (first) return
    const state = stateSentence(t, progress)
    const worst = worstSentence(t, i18n.language, progress, plan.indicators)
    announce(t('summary.arrived', { name: region.name, state, worst }))
  }, [view, progress, plan, region, announce, t, i18n.language])
}

export function RegionPage({ scene }: { scene: Scene }) {
  const { plan, region, asOf, snapshot } = scene
  const refused = region.access === 'refused'
  const ask = { plan: plan.plan, region: region.code, asOf, snapshot: snapshot.id }
  const own = useQuery({
    ...progressQuery({ ...ask, level: 'self' }),
    enabled: !refused,
  })
  useAnnounceArrival(scene, refused || own.isPlaceholderData ? undefined : own.data)
  return (
    <>
      <div className="top">
        <Heading scene={scene} />
        <Controls scene={scene} />
      </div>
      {refused ? <Refused scene={scene} /> : <Board scene={scene} own={own} />}
    </>
  )
}

function Refused({ scene }: { scene: Scene }) {
  const { t } = useTranslation()
  const { region: home } = useSession()
  const links = (
    <p className="refused-links">
      <Link className="button button-primary" to={scene.link({ region: home })}>
        {t('refusal.goHome')}
      </Link>
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
  return (
    <>
      <Await query={own} lines={3}>
        {(progress) => <Summary scene={scene} progress={progress} />}
      </Await>
      <div className="columns">
        <Await query={own} lines={14}>
          {(progress) => <BulletList scene={scene} rows={progress.rows} />}
        </Await>
        <div className="side">
          <TileMap scene={scene} />
          <Trend scene={scene} />
          <Basis indicator={scene.indicator} />
        </div>
        <Ranking scene={scene} />
      </div>
    </>
  )
}
