import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { ProgressRow } from '../api.ts'
import type { OwnMap as Own, Tile } from '../api-map.ts'
import { pick } from '../format.ts'
import type { Scene } from '../overview/scene.ts'
import { statusClass } from '../status/status-class.ts'
import { StatusIcon } from '../status/status-icon.tsx'
import { tileWords } from './tile-words.ts'
import { useWalk } from './use-walk.ts'

const SIGN = 34

interface OwnMapProps {
  scene: Scene
  own: Own
  tiles: Tile[]
  rows: ProgressRow[]
}

/** The operator's map in the tiles' place, its approval number printed on it. */
export function OwnMap({ scene, own, tiles, rows }: OwnMapProps) {
  const { t, i18n } = useTranslation()
  const { width, height, shapes, approvalNumber } = own
  const found = new Map(
    rows.filter((row) => row.indicator === scene.indicator.code).map((row) => [row.region, row]),
  )
  const shown = new Set(shapes.map(({ code }) => code))
  const open = tiles.filter(({ code }) => shown.has(code) && found.has(code))
  const { grid, current, onKeyDown, setAt } = useWalk<SVGSVGElement>(
    open,
    scene.region.path[1]?.code ?? '',
  )
  const beside = tiles.filter(({ code }) => !shown.has(code) && found.has(code))
  return (
    <>
      <svg
        ref={grid}
        className="own-map"
        viewBox={`0 0 ${width} ${height}`}
        role="group"
        aria-label={t('map.label', { name: pick(i18n.language, scene.indicator.name) })}
        onKeyDown={onKeyDown}
      >
        {shapes.map(({ code, path, at }, place) => {
          const row = code === null ? undefined : found.get(code)
          if (row === undefined) return <path key={place} d={path} className="own-outline" />
          return (
            <Link
              key={place}
              to={scene.link({ region: row.region })}
              className={`own-unit ${statusClass(row.status)}`}
              data-code={row.region}
              tabIndex={row.region === current?.code ? 0 : -1}
              onFocus={() => setAt(row.region)}
              aria-label={tileWords(t, i18n.language, row, scene.indicator)}
              aria-current={row.region === scene.region.path[1]?.code ? 'true' : undefined}
            >
              <path d={path} />
              {row.status !== null && (
                <svg x={at[0] - SIGN / 2} y={at[1] - SIGN / 2} width={SIGN} height={SIGN}>
                  <StatusIcon status={row.status} />
                </svg>
              )}
            </Link>
          )
        })}
      </svg>
      {beside.length > 0 && (
        <ul className="own-beside" aria-label={t('map.beside')}>
          {beside.map((tile) => (
            <Beside key={tile.code} scene={scene} row={found.get(tile.code)} />
          ))}
        </ul>
      )}
      <p className="own-number">{t('map.approval', { number: approvalNumber })}</p>
    </>
  )
}

/** A unit that the map does not draw. */
function Beside({ scene, row }: { scene: Scene; row: ProgressRow | undefined }) {
  const { t, i18n } = useTranslation()
  if (row === undefined) return null
  return (
    <li>
      <Link to={scene.link({ region: row.region })}>
        {tileWords(t, i18n.language, row, scene.indicator)}
      </Link>
    </li>
  )
}
