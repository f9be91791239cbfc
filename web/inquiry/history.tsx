import { useTranslation } from 'react-i18next'
import type { Indicator } from '../api.ts'
import type { Inquiry, InquiryEntry } from '../api-inquiries.ts'
import { formatDay } from '../format.ts'
import { MixedWords } from '../mixed-words.tsx'
import { claimWords, eventWords, figureWords } from './inquiry-words.ts'

interface EntryProps {
  entry: InquiryEntry
  indicator: Indicator
}

function Entry({ entry, indicator }: EntryProps) {
  const { t, i18n } = useTranslation()
  return (
    <li>
      <p className="soft">
        <time dateTime={entry.at}>{formatDay(t, entry.at.slice(0, 10))}</time>{' '}
        {eventWords(t, entry)}
      </p>
      {entry.text !== null && (
        <p className="inquiry-text">
          <MixedWords words={entry.text} />
        </p>
      )}
      {entry.claim !== null && (
        <p>
          {t('inquiry.claims', { words: claimWords(t, i18n.language, entry.claim, indicator) })}
        </p>
      )}
      {entry.event === 'retested' && entry.figure !== null && (
        <p>{figureWords(t, i18n.language, entry.figure, indicator)}</p>
      )}
    </li>
  )
}

/** All that was said and found, oldest first. */
export function History({ inquiry, indicator }: { inquiry: Inquiry; indicator: Indicator }) {
  const { t } = useTranslation()
  return (
    <ol className="inquiry-history" aria-label={t('inquiry.history')}>
      {inquiry.entries.map((entry) => (
        <Entry key={`${entry.at}-${entry.event}`} entry={entry} indicator={indicator} />
      ))}
    </ol>
  )
}
