import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { RecentRow } from '../api-recent.ts'
import { pick } from '../format.ts'
import { StatusBadge } from '../status/status-badge.tsx'
import type { Line } from './bullet-groups.ts'
import { Bullet } from './bullet.tsx'
import { bulletModel } from './bullet-model.ts'
import { bulletWords, daysWords, ratioWords, recentWords } from './bullet-words.ts'
import { cellWords } from './cell-words.ts'
import { Sparkline } from './sparkline.tsx'

interface BulletRowProps extends Line {
  /** Its values at the last quarters' ends; undefined until they are there. */
  recent: RecentRow['points'] | undefined
  chosen: boolean
  address: string
}

/** Nothing was set as a task here: a bar against 0 would say nothing. */
function isWithoutTask({ row, indicator }: Line): boolean {
  const { comparedWith, direction } = indicator
  const isSet = comparedWith === 'target' && direction === 'up'
  return isSet && row.target === 0 && row.actual === 0
}

/** The bullet; or, where there is nothing to draw, why. */
function Drawing({ row, indicator }: Line) {
  const { t, i18n } = useTranslation()
  if (isWithoutTask({ row, indicator })) {
    return <p className="bullet-empty">{t('bullet.noTask')}</p>
  }
  if (row.actual === null && row.target === null) {
    return <p className="bullet-empty">{t(`missing.why.${row.reason ?? 'no_data'}`)}</p>
  }
  const words = bulletWords(t, i18n.language, row, indicator)
  const drawn = row.status === 'met' ? { ...row, forecast: null } : row
  const { mark } = cellWords(t, i18n.language, row, indicator)
  return (
    <Bullet model={bulletModel(drawn, indicator.kind)} words={words} labels={{ target: mark }} />
  )
}

/** What the bullet's own sentence says too; so only for the eye. */
function Cells({ row, indicator }: Line) {
  const { t, i18n } = useTranslation()
  const { value, against, completion } = cellWords(t, i18n.language, row, indicator)
  return (
    <>
      <span className="bullet-figure" aria-hidden="true">
        <span className={row.actual === null ? 'bullet-missing' : 'bullet-value'}>{value}</span>
        {against !== '' && <span className="bullet-against">{against}</span>}
      </span>
      <span className="bullet-completion" aria-hidden="true">
        {completion}
      </span>
    </>
  )
}

/**
 * One indicator in one line. The name is the link that chooses it; the whole row is its target. Not drawn
 * again while other lines are read.
 */
export const BulletRow = memo(function BulletRow(props: BulletRowProps) {
  const { row, indicator, recent, chosen, address } = props
  const { t, i18n } = useTranslation()
  const judged = row.status !== null || row.actual === null
  return (
    <li className={chosen ? 'bullet-row bullet-row-chosen' : 'bullet-row'}>
      <Link
        id={`row-${indicator.code}`}
        className="bullet-name"
        to={address}
        aria-current={chosen ? 'true' : undefined}
      >
        {pick(i18n.language, indicator.name)}
      </Link>
      <div className="bullet-drawing">
        <Drawing row={row} indicator={indicator} />
        <span className="visually-hidden">
          {[ratioWords(t, i18n.language, row), recentWords(t, i18n.language, recent, indicator)]
            .filter((words) => words !== '')
            .join(t('list.semicolon'))}
        </span>
      </div>
      <Cells row={row} indicator={indicator} />
      <span className="bullet-recent">
        {recent !== undefined && <Sparkline values={recent.map(({ actual }) => actual)} />}
      </span>
      <span className="bullet-state" aria-hidden="true">
        {judged && <StatusBadge row={row} />}
      </span>
      <span className="bullet-days" aria-hidden="true">
        {daysWords(t, row)}
      </span>
    </li>
  )
})
