import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from '@tanstack/react-query'
import { OverScene } from '../overview/over-scene.tsx'
import type { Scene } from '../overview/scene.ts'
import { progressQuery } from '../queries.ts'
import { Await } from '../states/await.tsx'
import { useSession } from '../shell/session.ts'
import { GoHome } from '../states/go-home.tsx'
import { NoPermission } from '../states/no-permission.tsx'
import { Slides } from './slides.tsx'
import '../overview/overview.css'
import '../bullet/bullet.css'
import '../bullet/bullet-narrow.css'
import '../shell/page.css'
import '../shell/shell.css'
import './wall.css'

/** 驾驶舱: the same figures for a wall, in large type, page after page. */
export function Wall() {
  const { t } = useTranslation()
  return (
    <OverScene name={t('wall.title')} bare>
      {(scene) => <Figures scene={scene} />}
    </OverScene>
  )
}

function Figures({ scene }: { scene: Scene }) {
  const { t } = useTranslation()
  const { plan, region, asOf, snapshot } = scene
  const ask = { plan: plan.plan, region: region.code, asOf, snapshot: snapshot.id }
  const isRefused = region.access === 'refused'
  const own = useQuery({
    ...progressQuery({ ...ask, level: 'self' }),
    enabled: !isRefused,
  })
  const named = (state: ReactNode) => (
    <div className="wall">
      <h1 className="page-name">{t('wall.title')}</h1>
      {state}
    </div>
  )
  const { region: home } = useSession()
  if (isRefused) {
    const way = <GoHome to={scene.link({ region: home })} />
    return named(<NoPermission name={region.name} home={way} />)
  }
  return (
    <Await query={own} lines={12} frame={named}>
      {(progress) => <Slides scene={{ ...scene, ready: true }} progress={progress} />}
    </Await>
  )
}
