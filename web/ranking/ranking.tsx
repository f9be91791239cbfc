import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { pick } from '../format.ts'
import { listedUnits, type Scene } from '../overview/scene.ts'
import { progressQuery } from '../queries.ts'
import { Await } from '../states/await.tsx'
import { Empty } from '../states/empty.tsx'
import { RankingTable } from './ranking-table.tsx'
import '../bullet/bullet.css'
import './ranking.css'

/** All units below the region, or its siblings where there are none, in a table that sorts. */
export function Ranking({ scene }: { scene: Scene }) {
  const { t, i18n } = useTranslation()
  const listed = listedUnits(scene.region)
  const units = useQuery({
    ...progressQuery({
      plan: scene.plan.plan,
      ...listed,
      asOf: scene.asOf,
      snapshot: scene.snapshot.id,
    }),
    enabled: scene.ready,
  })
  const owner = scene.region.path.find(({ code }) => code === listed.region) ?? scene.region
  const title = t(`ranking.title.${listed.level}`, { name: owner.name })
  return (
    <section className="ranking panel" aria-labelledby="ranking">
      <div className="panel-head">
        <h2 id="ranking">{title}</h2>
        <p className="panel-sub">{pick(i18n.language, scene.indicator.name)}</p>
      </div>
      <Await query={units} lines={10}>
        {(progress) => {
          const rows = progress.rows.filter((row) => row.indicator === scene.indicator.code)
          if (rows.length === 0) return <Empty what="units" />
          return <RankingTable scene={scene} rows={rows} title={title} />
        }}
      </Await>
    </section>
  )
}
