import { useTranslation } from 'react-i18next'
import type { Elapsed } from '../api.ts'
import { formatDay, formatNumber, formatRate } from '../format.ts'

function elapsedWords(t: ReturnType<typeof useTranslation>['t'], language: string, at: Elapsed) {
  if (at.days <= 0) return t('elapsed.notYet', { day: formatDay(t, at.startsOn) })
  if (at.share === null || at.daysTotal === null) {
    return t('elapsed.open', { days: formatNumber(language, at.days) })
  }
  return t('elapsed.words', {
    share: formatRate(at.share),
    days: formatNumber(language, at.days),
    total: formatNumber(language, at.daysTotal),
  })
}

/** The plan's time as a bar, with the same in words. */
export function ElapsedBar({ elapsed }: { elapsed: Elapsed }) {
  const { t, i18n } = useTranslation()
  const share = elapsed.share ?? 0
  return (
    <div className="elapsed">
      <p className="elapsed-words">{elapsedWords(t, i18n.language, elapsed)}</p>
      {elapsed.share !== null && (
        <svg width="100%" height="12" aria-hidden="true" className="elapsed-bar">
          <rect width="100%" height="12" rx="3" className="elapsed-track" />
          <rect width={`${share * 100}%`} height="12" rx="3" className="elapsed-passed" />
        </svg>
      )}
      <p className="elapsed-ends">
        <span>
          <span className="visually-hidden">{t('elapsed.from')}</span>
          {formatDay(t, elapsed.startsOn)}
        </span>
        <span>
          {elapsed.endsOn !== null && <span className="visually-hidden">{t('elapsed.until')}</span>}
          {elapsed.endsOn === null ? t('elapsed.noEnd') : formatDay(t, elapsed.endsOn)}
        </span>
      </p>
    </div>
  )
}
