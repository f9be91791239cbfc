import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { SubmittingUnit, UnitQuarter } from '../api-submissions.ts'
import { formatQuarter } from '../format.ts'
import { placeAddress } from './address.ts'
import { cellWords } from './calendar-words.ts'
import { StateBadge } from './state-badge.tsx'

interface CellProps {
  unit: SubmittingUnit
  cell: UnitQuarter
  /** Not due: the federation sends only when there is something for all units. */
  due: boolean
  chosen: boolean
  /** The one cell in the tab order. */
  entered: boolean
  /** The focus or the pointer has come to it. */
  onEnter: () => void
}

export function CalendarCell({ unit, cell, due, chosen, entered, onEnter }: CellProps) {
  const { t } = useTranslation()
  const words = cellWords(t, cell)
  if (!due && cell.filesAccepted + cell.filesRefused === 0) {
    return <span className="soft">{t('submissions.notDue')}</span>
  }
  const badge = (
    <>
      <StateBadge state={cell.state} />
      <span className="visually-hidden">{words}</span>
    </>
  )
  if (!unit.readable) return <span onMouseEnter={onEnter}>{badge}</span>
  return (
    <Link
      className="calendar-link"
      to={placeAddress(unit.code, cell.quarter)}
      tabIndex={entered ? 0 : -1}
      onFocus={onEnter}
      onMouseEnter={onEnter}
      aria-current={chosen ? 'true' : undefined}
    >
      <span className="visually-hidden">
        {unit.name} {formatQuarter(t, cell.quarter)}
      </span>
      {badge}
    </Link>
  )
}
