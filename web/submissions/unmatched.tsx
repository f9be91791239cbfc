import { useTranslation } from 'react-i18next'
import type { UnitSubmission } from '../api-submissions.ts'
import { formatNumber } from '../format.ts'
import { extractWords } from './file-words.ts'

/** Records of people whom no standing registration knows: they count nowhere until one comes. */
export function Unmatched({ unmatched }: { unmatched: UnitSubmission['unmatched'] }) {
  const { t, i18n } = useTranslation()
  return (
    <section className="panel submission-section" aria-labelledby="unmatched">
      <div className="panel-head">
        <h2 id="unmatched">{t('submissions.unmatched.title')}</h2>
        <p className="panel-sub">{t('submissions.unmatched.words')}</p>
      </div>
      {unmatched.length === 0 ? (
        <p>{t('submissions.unmatched.none')}</p>
      ) : (
        <dl className="unmatched">
          {unmatched.map(({ extract, records }) => (
            <div key={extract}>
              <dt>{extractWords(t, extract)}</dt>
              <dd>
                {t('submissions.records', {
                  count: records,
                  value: formatNumber(i18n.language, records),
                })}
              </dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  )
}
