import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Indicator, ProgressRow } from '../api.ts'
import type { Tile } from '../api-map.ts'
import { pick } from '../format.ts'
import type { Scene } from '../overview/scene.ts'
import { statusClass } from '../status/status-class.ts'
import { StatusIcon } from '../status/status-icon.tsx'
import { dashedWords, tileFigure, tileWords } from './tile-words.ts'
import { useWalk } from './use-walk.ts'

interface TileGridProps {
  scene: Scene
  tiles: Tile[]
  rows: ProgressRow[]
}

function place(tile: Tile) {
  return { gridColumn: tile.col + 1, gridRow: tile.row + 1 }
}

interface UnitTileProps {
  tile: Tile
  row: ProgressRow
  indicator: Indicator
  address: string
  /** The region that is looked at lies in it. */
  here: boolean
  /** The one tile in the tab order. */
  entered: boolean
  onEnter: (code: string) => void
}

/** Not drawn again while the others are walked through. */
const UnitTile = memo(function UnitTile(props: UnitTileProps) {
  const { tile, row, indicator, address, here, entered, onEnter } = props
  const { t, i18n } = useTranslation()
  return (
    <li style={place(tile)}>
      <Link
        className={`tile ${statusClass(row.status)}`}
        to={address}
        data-code={tile.code}
        tabIndex={entered ? 0 : -1}
        onFocus={() => onEnter(tile.code)}
        aria-current={here ? 'true' : undefined}
      >
        <span className="visually-hidden">{tileWords(t, i18n.language, row, indicator)}</span>
        <span className="tile-name" aria-hidden="true">
          {tile.short}
        </span>
        <span className="tile-figure" aria-hidden="true">
          {tileFigure(t, i18n.language, row, indicator)}
        </span>
        {row.status !== null && <StatusIcon status={row.status} />}
      </Link>
    </li>
  )
})

export function TileGrid({ scene, tiles, rows }: TileGridProps) {
  const { t, i18n } = useTranslation()
  const open = tiles.filter((tile) => !tile.dashed)
  const { grid, current, onKeyDown, setAt } = useWalk<HTMLUListElement>(
    open,
    scene.region.path[1]?.code ?? '',
  )
  const own = rows.filter((row) => row.indicator === scene.indicator.code)
  const found = new Map(own.map((row) => [row.region, row]))
  const tileOf = (tile: Tile) => {
    const row = found.get(tile.code)
    if (tile.dashed || row === undefined) return <DashedTile key={tile.code} tile={tile} />
    return (
      <UnitTile
        key={tile.code}
        tile={tile}
        row={row}
        indicator={scene.indicator}
        address={scene.link({ region: tile.code })}
        here={tile.code === scene.region.path[1]?.code}
        entered={tile.code === current?.code}
        onEnter={setAt}
      />
    )
  }
  return (
    <>
      <p className="visually-hidden" id="map-keys">
        {t('map.keys')}
      </p>
      <ul
        className="tiles"
        ref={grid}
        onKeyDown={onKeyDown}
        aria-label={t('map.label', { name: pick(i18n.language, scene.indicator.name) })}
        aria-describedby="map-keys"
      >
        {tiles.map(tileOf)}
      </ul>
    </>
  )
}

function DashedTile({ tile }: { tile: Tile }) {
  const { t } = useTranslation()
  return (
    <li style={place(tile)}>
      <span className="tile tile-dashed" role="img" aria-label={dashedWords(t, tile)}>
        <span className="tile-name">{tile.short}</span>
        <span className="tile-figure">{t('map.pending')}</span>
      </span>
    </li>
  )
}
