import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Indicator, ProgressRow } from '../api.ts'
import { Download } from '../download/download.tsx'
import { useFacts } from '../download/facts.ts'
import { pick } from '../format.ts'
import type { Scene } from '../overview/scene.ts'
import { useAnnounce } from '../shell/announce.ts'
import { Sound } from '../sound/sound.tsx'
import { tileWords } from '../tile-map/tile-words.ts'
import { useColumnNames } from './column-names.ts'
import { RankingRow } from './ranking-row.tsx'
import { rankingSheet } from './ranking-sheet.ts'
import { rankRows, sortRows, type RankedRow, type Sort, type SortColumn } from './ranking-model.ts'

const LEADING: readonly SortColumn[] = ['rank', 'name', 'completion']
const FIGURES: readonly SortColumn[] = ['actual', 'target', 'days']

interface RankingTableProps {
  scene: Scene
  rows: ProgressRow[]
  title: string
}

interface HeadProps {
  column: SortColumn
  name: string
  sort: Sort
  onSort: (column: SortColumn) => void
}

function Head({ column, name, sort, onSort }: HeadProps) {
  const sorted = sort.column === column
  const direction = sort.descending ? 'descending' : 'ascending'
  return (
    <th scope="col" aria-sort={sorted ? direction : 'none'} className={`rank-${column}`}>
      <button type="button" className="sort" onClick={() => onSort(column)}>
        {name}
        <svg viewBox="0 0 10 14" width="10" height="14" aria-hidden="true">
          <path d="M5 0l4 5H1Z" className={sorted && !sort.descending ? 'sort-on' : 'sort-off'} />
          <path d="M5 14l4-5H1Z" className={sorted && sort.descending ? 'sort-on' : 'sort-off'} />
        </svg>
      </button>
    </th>
  )
}

/** The order of the rows; another one is said once, with what stands first in it. */
function useSort(ranked: RankedRow[], indicator: Indicator, names: (column: SortColumn) => string) {
  const { t, i18n } = useTranslation()
  const announce = useAnnounce()
  const [sort, setSort] = useState<Sort>({ column: 'rank', descending: false })
  const onSort = (column: SortColumn) => {
    const descending = sort.column === column ? !sort.descending : false
    const next = { column, descending }
    setSort(next)
    const order = t(descending ? 'ranking.descending' : 'ranking.ascending')
    const [first] = sortRows(ranked, next)
    if (first === undefined) return
    const words = tileWords(t, i18n.language, first.row, indicator)
    announce(
      t('ranking.sorted', { column: names(column), order, count: ranked.length, first: words }),
    )
  }
  return { sorted: sortRows(ranked, sort), sort, onSort }
}

export function RankingTable({ scene, rows, title }: RankingTableProps) {
  const { t, i18n } = useTranslation()
  const names = useColumnNames(scene.indicator)
  const { sorted, sort, onSort } = useSort(rankRows(rows), scene.indicator, names)
  const facts = useFacts()
  const name = pick(i18n.language, scene.indicator.name)
  const unit = t(`unit.name.${scene.indicator.unit}`)
  const caption = t('ranking.caption', { title, name, unit, count: rows.length })
  const sheet = () => {
    const indicator: [string, string] = [t('download.indicator'), name]
    const about = { title: `${title} ${name}`, facts: [indicator, ...facts(scene)] }
    return rankingSheet(t, sorted, scene.indicator, about, names)
  }
  return (
    <>
      <Download name={title} sheet={sheet} />
      <div className="table-scroll" role="region" aria-label={t('ranking.scroll')} tabIndex={0}>
        <table>
          <caption className="visually-hidden">{caption}</caption>
          <thead>
            <tr>
              {LEADING.map((column) => (
                <Head
                  key={column}
                  column={column}
                  name={names(column)}
                  sort={sort}
                  onSort={onSort}
                />
              ))}
              <th scope="col">{t('ranking.column.status')}</th>
              {FIGURES.map((column) => (
                <Head
                  key={column}
                  column={column}
                  name={names(column)}
                  sort={sort}
                  onSort={onSort}
                />
              ))}
            </tr>
          </thead>
          <tbody>
            {sorted.map((ranked) => (
              <RankingRow
                key={ranked.row.region}
                {...ranked}
                indicator={scene.indicator}
                address={scene.link({ region: ranked.row.region })}
                here={ranked.row.region === scene.region.code}
              />
            ))}
          </tbody>
        </table>
      </div>
      {rows.some(({ rank }) => rank !== null) && <p className="panel-sub">{t('ranking.chance')}</p>}
      <Sound
        name={caption}
        points={sorted.map(({ row }) => ({ value: row.completion, expected: null, target: 1 }))}
        words={sorted.map(({ row }) => tileWords(t, i18n.language, row, scene.indicator))}
      />
    </>
  )
}
