import { useTranslation } from 'react-i18next'
import type { Fault, Quarantine } from '../api-submissions.ts'
import { extractWords, fileName } from './file-words.ts'

function FaultRow({ fault }: { fault: Fault }) {
  const { t } = useTranslation()
  return (
    <tr>
      <th scope="row">
        {extractWords(t, fault.extract)} <span className="fault-file">{fileName(fault.path)}</span>
      </th>
      <td className="count">{fault.line}</td>
      <td lang="zh-CN">{fault.column ?? t('submissions.quarantine.wholeRow')}</td>
      <td lang="zh-CN" className="fault-rule">
        {fault.rule}
      </td>
      <td className="fault-value">{fault.value ?? '–'}</td>
    </tr>
  )
}

export function QuarantineTable({ quarantine }: { quarantine: Quarantine }) {
  const { t } = useTranslation()
  return (
    <div
      className="table-scroll"
      role="region"
      aria-label={t('submissions.quarantine.scroll')}
      tabIndex={0}
    >
      <table>
        <caption className="visually-hidden">{t('submissions.quarantine.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('submissions.column.file')}</th>
            <th scope="col" className="count">
              {t('submissions.column.line')}
            </th>
            <th scope="col">{t('submissions.column.column')}</th>
            <th scope="col">{t('submissions.column.rule')}</th>
            <th scope="col">{t('submissions.column.value')}</th>
          </tr>
        </thead>
        <tbody>
          {quarantine.rows.map((fault) => (
            <FaultRow
              key={[fault.path, fault.line, fault.column, fault.rule, fault.value].join('\n')}
              fault={fault}
            />
          ))}
        </tbody>
      </table>
    </div>
  )
}
