import { useTranslation } from 'react-i18next'
import type { Progress, Status } from '../api.ts'
import { GroupRows } from '../bullet/group-rows.tsx'
import { Legend } from '../bullet/legend.tsx'
import { useRecent } from '../bullet/use-recent.ts'
import type { Scene } from '../overview/scene.ts'
import { Late } from '../lateness/late.tsx'
import { Summary } from '../overview/summary-panel.tsx'
import { statusClass } from '../status/status-class.ts'
import { StatusIcon } from '../status/status-icon.tsx'
import { TileMap } from '../tile-map/tile-map.tsx'
import type { Slide } from './slide-list.ts'

interface SlideBodyProps {
  scene: Scene
  progress: Progress
  slide: Slide
}

export function SlideBody({ scene, progress, slide }: SlideBodyProps) {
  const recent = useRecent(scene)
  if (slide.kind === 'map') return <TileMap scene={{ ...scene, indicator: slide.indicator }} />
  if (slide.kind === 'lines') {
    return (
      <div className="bullets panel">
        <div className="bullet-grid">
          <GroupRows scene={scene} group={slide.group} recent={recent.data} />
        </div>
        <Legend />
      </div>
    )
  }
  return (
    <>
      <Summary scene={scene} progress={progress} />
      <Counts counts={progress.statusCounts} />
      <Late place={scene} rows={progress.rows} />
    </>
  )
}

const ORDER: readonly Status[] = ['overdue', 'behind', 'watch', 'on_pace', 'met', 'no_data']

/** How many indicators have each status, by word, sign and colour. */
function Counts({ counts }: { counts: Progress['statusCounts'] }) {
  const { t } = useTranslation()
  const present = ORDER.filter((status) => (counts[status] ?? 0) > 0)
  return (
    <ul className="wall-counts">
      {present.map((status) => (
        <li key={status} className={`wall-count ${statusClass(status)}`}>
          <b>{counts[status]}</b>
          <span>
            <StatusIcon status={status} /> {t(`status.${status}`)}
          </span>
        </li>
      ))}
    </ul>
  )
}
