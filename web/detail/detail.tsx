import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { Bullet } from '../bullet/bullet.tsx'
import type { Line } from '../bullet/bullet-groups.ts'
import { bulletModel } from '../bullet/bullet-model.ts'
import {
  bulletWords,
  daysWords,
  forecastWords,
  noteWords,
  ratioWords,
  reportedWords,
  targetName,
  targetWords,
} from '../bullet/bullet-words.ts'
import {
  formatCompletion,
  formatShort,
  formatTight,
  formatValue,
  missingWords,
  pick,
} from '../format.ts'
import { StatusBadge } from '../status/status-badge.tsx'
import { useShowOnChoice } from './use-show-on-choice.ts'
import './detail.css'

function Figures({ row, indicator }: Line) {
  const { t, i18n } = useTranslation()
  const { language } = i18n
  const { actual, completionPercent } = row
  const value =
    actual === null ? missingWords(t, row.reason) : formatShort(t, language, indicator.unit, actual)
  const full = actual === null ? '' : formatValue(t, language, indicator.unit, actual)
  const more = [
    full === value ? '' : full,
    ratioWords(t, language, row),
    completionPercent === null || indicator.unit === 'percent'
      ? ''
      : t(`bullet.${indicator.comparedWith === 'last_year' ? 'ratioToLastYear' : 'completion'}`, {
          value: formatCompletion(completionPercent),
        }),
    reportedWords(t, row),
  ].filter((words) => words !== '')
  return (
    <p className="detail-figures">
      <span
        className={actual === null ? 'detail-missing' : 'detail-value'}
        aria-hidden={more[0] === full && full !== '' ? true : undefined}
      >
        {value}
      </span>
      {more.map((words) => (
        <span key={words}>{words}</span>
      ))}
    </p>
  )
}

function Drawing({ row, indicator }: Line) {
  const { t, i18n } = useTranslation()
  const { language } = i18n
  if (row.actual === null && (row.target === null || row.reason === 'not_applicable')) {
    return <p className="detail-empty">{t(`missing.why.${row.reason ?? 'no_data'}`)}</p>
  }
  const { target, expected } = row
  const { unit } = indicator
  const labels = {
    target:
      target === null
        ? ''
        : t(`bullet.${targetName(indicator)}`, {
            value:
              unit === 'yuan'
                ? formatShort(t, language, unit, target)
                : targetWords(t, language, unit, target),
          }),
    expected:
      expected === null
        ? ''
        : t('bullet.expectedShort', { value: formatTight(language, unit, expected) }),
  }
  return (
    <Bullet
      model={bulletModel(row, indicator.kind)}
      words={bulletWords(t, language, row, indicator)}
      labels={labels}
    />
  )
}

function Notes({ row, indicator }: Line) {
  const { t, i18n } = useTranslation()
  const { language } = i18n
  const notes = noteWords(t, language, row, indicator)
  const said = [forecastWords(t, language, row, indicator), ...notes]
  const words = said.filter((part) => part !== '')
  if (words.length === 0) return null
  return <p className="detail-notes">{words.join(t('list.semicolon'))}</p>
}

/** The chosen indicator in full: what the one line of the list leaves out, and the way to its evidence. */
export function Detail({ row, indicator, evidence }: Line & { evidence: string }) {
  const { t, i18n } = useTranslation()
  const { heading, back } = useShowOnChoice(indicator.code)
  return (
    <section className="detail panel" aria-labelledby="detail">
      <button type="button" className="detail-back button" onClick={back}>
        {t('detail.back')}
      </button>
      <div className="detail-head">
        <h2 id="detail" ref={heading} tabIndex={-1}>
          {pick(i18n.language, indicator.name)}
        </h2>
        <p className="detail-state">
          <StatusBadge row={row} />
          <span>{daysWords(t, row)}</span>
          <Link className="detail-evidence" to={evidence}>
            {t('evidence.link')}
          </Link>
        </p>
      </div>
      <Figures row={row} indicator={indicator} />
      <Drawing row={row} indicator={indicator} />
      <Notes row={row} indicator={indicator} />
    </section>
  )
}
