import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { Link } from 'react-router'
import { useTranslation } from 'react-i18next'
import { sessionKey, type SessionState } from '../queries.ts'
import { Facts } from '../shell/facts.tsx'
import { useFocusOnArrival } from '../shell/use-focus-on-arrival.ts'
import type { Scene } from './scene.ts'

function Breadcrumb({ scene }: { scene: Scene }) {
  const { t } = useTranslation()
  const above = scene.region.path.slice(0, -1)
  return (
    <nav className="breadcrumb" aria-label={t('heading.breadcrumb')}>
      <ol>
        {above.map(({ code, name }) => (
          <li key={code}>
            <Link to={scene.link({ region: code })}>{name}</Link>
          </li>
        ))}
        <li aria-current="page">{scene.region.name}</li>
      </ol>
    </nav>
  )
}

export function Heading({ scene }: { scene: Scene }) {
  const { t } = useTranslation()
  const { region, snapshot, asOf } = scene
  const isFresh = useQueryClient().getQueryData<SessionState>(sessionKey)?.fresh === true
  const heading = useFocusOnArrival(region.code, isFresh)
  useEffect(() => {
    document.title = `${region.name} · ${t('product.name')}`
  }, [region.name, t])
  return (
    <div className="heading">
      {region.path.length > 1 && <Breadcrumb scene={scene} />}
      <div className="heading-lines">
        <h1 ref={heading} tabIndex={-1}>
          {region.name}
        </h1>
        <Facts asOf={asOf} snapshot={snapshot.id} region={region} dated />
      </div>
    </div>
  )
}
