import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { pick } from '../format.ts'
import type { Scene } from '../overview/scene.ts'
import { mapQuery, progressQuery } from '../queries.ts'
import { Await } from '../states/await.tsx'
import { OwnMap } from './own-map.tsx'
import { StatusKey } from './status-key.tsx'
import { TileGrid } from './tile-grid.tsx'
import './tile-map.css'

const NATION = '000000'

/** The 32 units where they lie, for the chosen indicator; it stays while drilling, as a way sideways. */
export function TileMap({ scene }: { scene: Scene }) {
  const { t, i18n } = useTranslation()
  const map = useQuery(mapQuery)
  const units = useQuery({
    ...progressQuery({
      plan: scene.plan.plan,
      region: NATION,
      level: 'province',
      asOf: scene.asOf,
      snapshot: scene.snapshot.id,
    }),
    enabled: scene.ready,
  })
  const judged = units.data?.rows.some(
    (row) => row.indicator === scene.indicator.code && row.status !== null,
  )
  const name = pick(i18n.language, scene.indicator.name)
  return (
    <section className="map panel" aria-labelledby="map">
      <div className="panel-head">
        <h2 id="map">{t('map.title')}</h2>
        <p className="panel-sub">{name}</p>
      </div>
      <Await query={units} lines={8}>
        {(progress) => (
          <Await query={map} lines={8}>
            {({ tiles, own }) =>
              own === null ? (
                <TileGrid scene={scene} tiles={tiles} rows={progress.rows} />
              ) : (
                <OwnMap scene={scene} own={own} tiles={tiles} rows={progress.rows} />
              )
            }
          </Await>
        )}
      </Await>
      {judged && <StatusKey />}
    </section>
  )
}
