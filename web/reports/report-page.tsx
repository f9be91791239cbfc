import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate, useParams } from 'react-router'
import {
  removeReport,
  reportAddress,
  stepReport,
  type Report,
  type ReportState,
} from '../api-reports.ts'
import { DatasetPage } from '../shell/dataset-page.tsx'
import { Await } from '../states/await.tsx'
import { Failure } from '../states/failure.tsx'
import { Differences } from './differences.tsx'
import { reportQuery, reportsQuery } from './queries.ts'
import { ReportBody } from './report-body.tsx'
import { ReportHistory } from './report-history.tsx'
import { TextsForm } from './texts-form.tsx'
import './reports.css'

export function ReportPage() {
  const { t } = useTranslation()
  const { report: id = '' } = useParams()
  const found = useQuery(reportQuery(id))
  const name = found.data?.title ?? t('reports.one')
  return (
    <DatasetPage name={name}>
      {() => (
        <Await query={found} lines={14}>
          {(report) => <Opened report={report} />}
        </Await>
      )}
    </DatasetPage>
  )
}

function Opened({ report }: { report: Report }) {
  const { t } = useTranslation()
  return (
    <div className="report-columns">
      <div className="report-side">
        <p>
          <Link to="/reports">{t('reports.back')}</Link>
        </p>
        <section className="panel" aria-labelledby="life">
          <h2 id="life">{t('reports.life', { state: t(`reports.state.${report.state}`) })}</h2>
          <p>{t('reports.length', { count: report.narrative, limit: report.limit })}</p>
          <Steps report={report} />
          <ReportHistory report={report} />
        </section>
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
        {report.editable && <TextsForm key={report.revision} report={report} />}
        <Differences report={report} />
      </div>
      <ReportBody report={report} />
    </div>
  )
}

/** The report as the server answered it takes the place of the one that was read. */
function useChange(id: string) {
  const client = useQueryClient()
  return (report: Report) => {
    client.setQueryData(reportQuery(id).queryKey, report)
    void client.invalidateQueries({ queryKey: reportsQuery.queryKey })
  }
}

function Steps({ report }: { report: Report }) {
  const { t } = useTranslation()
  const change = useChange(report.id)
  const step = useMutation({
    mutationFn: (to: ReportState) => stepReport(report, to),
    onSuccess: change,
  })
  return (
    <>
      <p className="report-buttons">
        {report.steps.map((to) => (
          <button
            key={to}
            type="button"
            className="button"
            disabled={step.isPending}
            onClick={() => step.mutate(to)}
          >
            {t(`reports.step.${to}`)}
          </button>
        ))}
        {report.editable && <Remove report={report} />}
      </p>
      {step.isError && <Failure error={step.error} retry={() => step.reset()} />}
    </>
  )
}

function Remove({ report }: { report: Report }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const client = useQueryClient()
  const remove = useMutation({
    mutationFn: () => removeReport(report),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: reportsQuery.queryKey })
      await navigate('/reports')
    },
  })
  return (
    <button type="button" className="button" onClick={() => remove.mutate()}>
      {t('reports.remove')}
    </button>
  )
}
