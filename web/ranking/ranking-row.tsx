import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Indicator, ProgressRow } from '../api.ts'
import { daysWords, targetWords } from '../bullet/bullet-words.ts'
import { fullWords, glanceWords } from '../bullet/cell-words.ts'
import { formatCompletion, missingWords } from '../format.ts'
import { InFull } from '../in-full.tsx'
import { StatusBadge } from '../status/status-badge.tsx'
import type { RankedRow } from './ranking-model.ts'

const BAR_SHOWS = 120

function Completion({ row }: { row: ProgressRow }) {
  const { t } = useTranslation()
  if (row.completionPercent === null) {
    return <span className="soft">{row.actual === null ? missingWords(t, row.reason) : '–'}</span>
  }
  const width = Math.min((row.completionPercent / BAR_SHOWS) * 100, 100)
  const target = (100 / BAR_SHOWS) * 100
  return (
    <span className="rank-bar">
      <svg width="100%" height="14" aria-hidden="true">
        <rect y="2" width="100%" height="10" className="bullet-track" />
        <rect y="2" width={`${width}%`} height="10" className="bullet-actual" />
        <line x1={`${target}%`} x2={`${target}%`} y1="0" y2="14" className="rank-target-line" />
      </svg>
      <span className="rank-percent">{formatCompletion(row.completionPercent)}</span>
    </span>
  )
}

/** How far the place may lie off by chance alone: nothing where it is sure or cannot be told. */
function Range({ row: { rank } }: { row: ProgressRow }) {
  const { t } = useTranslation()
  if (rank === null || rank.best === rank.worst) return null
  return <span className="rank-range">{t('ranking.range', rank)}</span>
}

interface RankingRowProps extends RankedRow {
  indicator: Indicator
  address: string
  /** The region that is looked at. */
  here: boolean
}

/** Not drawn again while the table is sorted otherwise. */
export const RankingRow = memo(function RankingRow(props: RankingRowProps) {
  const { row, rank, indicator, address, here } = props
  const { t, i18n } = useTranslation()
  return (
    <tr className={here ? 'rank-here' : undefined}>
      <td className="rank-rank">
        {rank ?? '–'}
        <Range row={row} />
      </td>
      <th scope="row" className="rank-name">
        <Link to={address} aria-current={here ? 'true' : undefined}>
          {row.regionName}
        </Link>
      </th>
      <td className="rank-completion">
        <Completion row={row} />
      </td>
      <td>
        <StatusBadge row={row} />
      </td>
      <td className="rank-actual">
        <InFull
          short={glanceWords(t, i18n.language, row, indicator)}
          full={fullWords(t, i18n.language, row, indicator)}
        />
      </td>
      <td className="rank-target">
        {row.target === null || row.reason === 'not_applicable'
          ? '–'
          : targetWords(t, i18n.language, indicator.unit, row.target)}
      </td>
      <td className="rank-days">{daysWords(t, row) || '–'}</td>
    </tr>
  )
})
