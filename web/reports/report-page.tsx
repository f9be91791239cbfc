import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import type { Snapshot } from '../api.ts'
import { reportAddress, type Report } from '../api-reports.ts'
import { OverDataset } from '../shell/dataset-page.tsx'
import { PageHead } from '../shell/page-head.tsx'
import { Await } from '../states/await.tsx'
import { Differences } from './differences.tsx'
import { reportQuery } from './queries.ts'
import { ReportBody } from './report-body.tsx'
import { ReportLife } from './report-life.tsx'
import { TextsForm } from './texts-form.tsx'
import { useDraft } from './use-draft.ts'
import './reports.css'

export function ReportPage() {
  const { t } = useTranslation()
  const { report: id = '' } = useParams()
  const found = useQuery(reportQuery(id))
  return (
    <OverDataset name={t('reports.one')} fixed>
      {(current, named) => (
        <Await query={found} lines={14} frame={named}>
          {(report) => <Opened key={report.id} report={report} current={current} />}
        </Await>
      )}
    </OverDataset>
  )
}

function Opened({ report, current }: { report: Report; current: Snapshot }) {
  const { t } = useTranslation()
  const draft = useDraft(report)
  const { title, snapshot, asOf } = report
  return (
    <>
      <PageHead
        name={title}
        calendar={{ snapshot, asOf, fixed: true }}
        above={
          <Link className="report-back" to="/reports">
            {t('reports.back')}
          </Link>
        }
      />
      <div className="report-opened">
        <div className="report-columns">
          <div className="report-side">
            <ReportLife report={report} draft={draft} />
            <section className="panel" aria-labelledby="take-away">
              <h2 id="take-away">{t('reports.takeAway')}</h2>
              <p className="report-buttons">
                <a className="button" href={reportAddress(report.id, 'document')} download>
                  {t('reports.word')}
                </a>
                <a className="button" href={reportAddress(report.id, 'annexes')} download>
                  {t('reports.workbook')}
                </a>
                <button type="button" className="button" onClick={() => window.print()}>
                  {t('reports.print')}
                </button>
              </p>
            </section>
            {report.editable && <TextsForm draft={draft} />}
            <Differences report={report} current={current} />
          </div>
          <ReportBody report={report} />
        </div>
      </div>
    </>
  )
}
