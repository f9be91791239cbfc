import { useQuery } from '@tanstack/react-query'
import { useRef, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ProgressRow } from '../api.ts'
import { Download } from '../download/download.tsx'
import { useFacts } from '../download/facts.ts'
import { pick } from '../format.ts'
import type { Scene } from '../overview/scene.ts'
import { mapQuery, progressQuery } from '../queries.ts'
import { useColumnNames } from '../ranking/column-names.ts'
import { rankRows } from '../ranking/ranking-model.ts'
import { rankingSheet } from '../ranking/ranking-sheet.ts'
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
                <Drawn scene={scene} rows={progress.rows}>
                  <TileGrid scene={scene} tiles={tiles} rows={progress.rows} />
                </Drawn>
              ) : (
                <Drawn scene={scene} rows={progress.rows}>
                  <OwnMap scene={scene} own={own} tiles={tiles} rows={progress.rows} />
                </Drawn>
              )
            }
          </Await>
        )}
      </Await>
    </section>
  )
}

interface DrawnProps {
  scene: Scene
  rows: ProgressRow[]
  children: ReactNode
}

/** The map with what its colours mean, and both as a picture or as the table of its units. */
function Drawn({ scene, rows, children }: DrawnProps) {
  const { t, i18n } = useTranslation()
  const figure = useRef<HTMLDivElement>(null)
  const facts = useFacts()
  const names = useColumnNames(scene.indicator)
  const own = rows.filter((row) => row.indicator === scene.indicator.code)
  const name = t('map.title')
  const about = () => ({
    title: `${name} ${pick(i18n.language, scene.indicator.name)}`,
    facts: facts(scene),
  })
  return (
    <>
      <div ref={figure}>
        {children}
        {own.some(({ status }) => status !== null) && <StatusKey />}
      </div>
      <Download
        name={name}
        sheet={() => rankingSheet(t, rankRows(own), scene.indicator, about(), names)}
        drawing={() => figure.current}
      />
    </>
  )
}
