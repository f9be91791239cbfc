import { useTranslation } from 'react-i18next'
import type { Upload } from '../../api-submissions.ts'
import { Download } from '../../download/download.tsx'
import { formatNumber } from '../../format.ts'
import { ProspectBadge, type Prospect } from '../fate-badge.tsx'
import { faultsSheet, type About } from '../sheets.ts'

type Result = NonNullable<Upload['result']>

const COUNTS = [
  'rowsRead',
  'rowsAccepted',
  'rowsQuarantined',
  'rowsCopied',
  'rowsRetracted',
] as const

interface OutcomeProps {
  result: Result
  about: (title: string) => About
}

function Counts({ result }: { result: Result }) {
  const { t, i18n } = useTranslation()
  return (
    <dl className="upload-counts">
      {COUNTS.map((name) => (
        <div key={name}>
          <dt>{t(`upload.count.${name}`)}</dt>
          <dd>{formatNumber(i18n.language, result[name])}</dd>
        </div>
      ))}
    </dl>
  )
}

function Faults({ result, about }: OutcomeProps) {
  const { t } = useTranslation()
  const title = t('upload.faults', { count: result.faults.length })
  return (
    <details className="upload-faults">
      <summary>{title}</summary>
      <Download name={title} sheet={() => faultsSheet(t, result.faults, about(title))} />
      <div className="table-scroll" role="region" aria-label={t('upload.scroll')} tabIndex={0}>
        <table>
          <caption className="visually-hidden">{t('submissions.quarantine.caption')}</caption>
          <thead>
            <tr>
              <th scope="col" className="count">
                {t('submissions.column.line')}
              </th>
              <th scope="col">{t('submissions.column.column')}</th>
              <th scope="col">{t('submissions.column.rule')}</th>
              <th scope="col">{t('submissions.column.value')}</th>
            </tr>
          </thead>
          <tbody lang="zh-CN">
            {result.faults.map(({ line, column, rule, value }) => (
              <tr key={[line, column, rule, value].join('\n')}>
                <td className="count">{line}</td>
                <td>{column ?? t('submissions.quarantine.wholeRow')}</td>
                <td className="fault-rule">{rule}</td>
                <td className="fault-value">{value ?? '–'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  )
}

function prospectOf({ fate, rowsRead, rowsAccepted }: Result): Prospect {
  return fate === 'accepted' && rowsRead > 0 && rowsAccepted === 0 ? 'unusable' : fate
}

/** What a load would make of the file; nothing has been sent yet. */
export function Outcome({ result, about }: OutcomeProps) {
  const { t } = useTranslation()
  const prospect = prospectOf(result)
  return (
    <div className="upload-outcome">
      <p className="upload-fate">
        <ProspectBadge prospect={prospect} />
        {t(`upload.then.${prospect}`, { name: result.name })}
      </p>
      {result.reason !== null && (
        <p className="upload-wrong" lang="zh-CN">
          {t('submissions.reason', { reason: result.reason })}
        </p>
      )}
      {prospect !== 'refused' && <Counts result={result} />}
      {result.notes.length > 0 && (
        <ul className="upload-notes" lang="zh-CN">
          {result.notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
      {result.faults.length > 0 && <Faults result={result} about={about} />}
    </div>
  )
}
