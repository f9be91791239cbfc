import { useTranslation } from 'react-i18next'
import type { Report } from '../api-reports.ts'

/** Who did what with the report and when, and what identifies it. */
export function ReportHistory({ report }: { report: Report }) {
  const { t, i18n } = useTranslation()
  const time = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium', timeStyle: 'short' })
  return (
    <>
      <ol className="report-history" aria-label={t('reports.history')}>
        {report.history.map(({ at, user, to, alone }) => (
          <li key={at}>
            {t('reports.historyLine', {
              at: time.format(new Date(at)),
              user,
              state: t(`reports.state.${to}`),
            })}
            {alone && ` ${t('reports.alone')}`}
          </li>
        ))}
      </ol>
      <dl className="report-facts">
        <dt>{t('heading.snapshot')}</dt>
        <dd>{report.snapshot}</dd>
        <dt>{t('reports.ruleVersion')}</dt>
        <dd>{report.ruleVersion}</dd>
        <dt>{t('reports.hash')}</dt>
        <dd className="report-hash">{report.hash}</dd>
      </dl>
    </>
  )
}
