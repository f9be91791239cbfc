import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Indicator, ProgressRow } from '../api.ts'
import { formatCompletion, formatDays, formatTight, pick } from '../format.ts'
import { StatusBadge } from '../status/status-badge.tsx'
import { Bullet } from './bullet.tsx'
import { bulletModel } from './bullet-model.ts'
import {
  actualWords,
  bulletWords,
  noteWords,
  ratioWords,
  reportedWords,
  targetName,
  targetWords,
} from './bullet-words.ts'

interface BulletRowProps {
  row: ProgressRow
  indicator: Indicator
  chosen: boolean
  address: string
}

function Figures({ row, indicator }: { row: ProgressRow; indicator: Indicator }) {
  const { t, i18n } = useTranslation()
  const ratio = ratioWords(t, i18n.language, row)
  const absent = row.actual === null
  return (
    <p className="bullet-figures">
      <span className={absent ? 'bullet-missing' : 'bullet-value'}>
        {actualWords(t, i18n.language, row, indicator)}
      </span>
      {ratio !== '' && <span className="bullet-ratio">{ratio}</span>}
      {row.completionPercent !== null && indicator.unit !== 'percent' && (
        <span className="bullet-ratio">
          {t('bullet.completion', { value: formatCompletion(row.completionPercent) })}
        </span>
      )}
      <span className="bullet-ratio">{reportedWords(t, row)}</span>
    </p>
  )
}

/** Nothing to draw: words say why instead of an empty bar. */
function isUndrawn({ actual, target, reason }: ProgressRow): boolean {
  return actual === null && (target === null || reason === 'not_applicable')
}

/** One indicator: figures, bullet, status. The name is the link that chooses it; the row is its target. */
export function BulletRow({ row, indicator, chosen, address }: BulletRowProps) {
  const { t, i18n } = useTranslation()
  const notes = noteWords(t, i18n.language, row, indicator)
  return (
    <li className={chosen ? 'bullet-row bullet-row-chosen' : 'bullet-row'}>
      <div className="bullet-name">
        <Link to={address} aria-current={chosen ? 'true' : undefined} preventScrollReset>
          {pick(i18n.language, indicator.name)}
        </Link>
        <Figures row={row} indicator={indicator} />
      </div>
      <div className="bullet-drawing">
        {isUndrawn(row) ? (
          <p className="bullet-empty">{t(`missing.why.${row.reason ?? 'no_data'}`)}</p>
        ) : (
          <Bullet
            model={bulletModel(row)}
            words={bulletWords(t, i18n.language, row, indicator)}
            targetLabel={t(`bullet.${targetName(indicator)}`, {
              value:
                row.target === null
                  ? ''
                  : targetWords(t, i18n.language, indicator.unit, row.target),
            })}
            expectedLabel={t('bullet.expectedShort', {
              value:
                row.expected === null
                  ? ''
                  : formatTight(i18n.language, indicator.unit, row.expected),
            })}
          />
        )}
      </div>
      <div className="bullet-state">
        <StatusBadge row={row} />
        {row.days !== null && <span className="bullet-days">{formatDays(t, row.days)}</span>}
      </div>
      {notes.length > 0 && <p className="bullet-notes">{notes.join(t('list.semicolon'))}</p>}
    </li>
  )
}
