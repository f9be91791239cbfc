import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { pick } from '../format.ts'
import { StatusBadge } from '../status/status-badge.tsx'
import type { Line } from './bullet-groups.ts'
import { Bullet } from './bullet.tsx'
import { bulletModel } from './bullet-model.ts'
import { bulletWords, daysWords, ratioWords } from './bullet-words.ts'
import { cellWords } from './cell-words.ts'

interface BulletRowProps extends Line {
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
  return <Bullet model={bulletModel(drawn, indicator.kind)} words={words} />
}

/** What the bullet's own sentence says too; so only for the eye. */
function Cells({ row, indicator }: Line) {
  const { t, i18n } = useTranslation()
  const { value, against, completion } = cellWords(t, i18n.language, row, indicator)
  return (
    <>
      <span className={row.actual === null ? 'bullet-missing' : 'bullet-value'} aria-hidden="true">
        {value}
      </span>
      <span className="bullet-against" aria-hidden="true">
        {against}
      </span>
      <span className="bullet-completion" aria-hidden="true">
        {completion}
      </span>
    </>
  )
}

/** One indicator in one line. The name is the link that chooses it; the whole row is its target. */
export function BulletRow({ row, indicator, chosen, address }: BulletRowProps) {
  const { t, i18n } = useTranslation()
  const judged = row.status !== null || row.actual === null
  return (
    <li className={chosen ? 'bullet-row bullet-row-chosen' : 'bullet-row'}>
      <Link
        id={`row-${indicator.code}`}
        className="bullet-name"
        to={address}
        aria-current={chosen ? 'true' : undefined}
        preventScrollReset
      >
        {pick(i18n.language, indicator.name)}
      </Link>
      <div className="bullet-drawing">
        <Drawing row={row} indicator={indicator} />
        <span className="visually-hidden">{ratioWords(t, i18n.language, row)}</span>
      </div>
      <Cells row={row} indicator={indicator} />
      <span className="bullet-state" aria-hidden="true">
        {judged && <StatusBadge row={row} />}
      </span>
      <span className="bullet-days" aria-hidden="true">
        {daysWords(t, row)}
      </span>
    </li>
  )
}
