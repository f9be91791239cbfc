import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { removeReport, stepReport, type Report, type ReportState } from '../api-reports.ts'
import { ConfirmButton } from '../dialog/confirm-button.tsx'
import { Failure } from '../states/failure.tsx'
import { reportsQuery } from './queries.ts'
import { ReportHistory } from './report-history.tsx'
import { useChange, type Draft } from './use-draft.ts'

interface LifeProps {
  report: Report
  draft: Draft
}

/** Where the report stands in its life, and where it may go from here. */
export function ReportLife({ report, draft }: LifeProps) {
  const { t } = useTranslation()
  const state = useRef<HTMLHeadingElement>(null)
  const { narrative, limit, steps } = report
  const waits = report.state === 'under_review' && steps.length > 0 && !steps.includes('approved')
  return (
    <section className="panel" aria-labelledby="life">
      <h2 id="life" ref={state} tabIndex={-1}>
        {t('reports.life', { state: t(`reports.state.${report.state}`) })}
      </h2>
      <p>{t('reports.length', { count: narrative, limit })}</p>
      {narrative > limit && (
        <p className="report-too-long">{t('reports.tooLong', { count: narrative - limit })}</p>
      )}
      {waits && <p>{t('reports.waits')}</p>}
      <Steps report={report} draft={draft} onStepped={() => state.current?.focus()} />
      <ReportHistory report={report} />
    </section>
  )
}

function Steps({ report, draft, onStepped }: LifeProps & { onStepped: () => void }) {
  const { t } = useTranslation()
  const change = useChange(report.id)
  const step = useMutation({
    mutationFn: async (to: ReportState) => stepReport(await draft.saved(), to),
    onSuccess: (stepped) => {
      change(stepped)
      onStepped()
    },
  })
  return (
    <>
      <div className="report-buttons">
        {report.steps.map((to) => (
          <StepButton key={to} to={to} disabled={step.isPending} onStep={() => step.mutate(to)} />
        ))}
        {report.editable && <Remove report={report} />}
      </div>
      <p className="soft" role="status">
        {step.isPending ? t('reports.stepping') : ''}
      </p>
      {step.isError && <Failure error={step.error} retry={() => step.reset()} />}
    </>
  )
}

interface StepButtonProps {
  to: ReportState
  disabled: boolean
  onStep: () => void
}

function StepButton({ to, disabled, onStep }: StepButtonProps) {
  const { t } = useTranslation()
  const words = t(`reports.step.${to}`)
  if (to === 'locked')
    return (
      <ConfirmButton
        words={words}
        warning={t('reports.lockWarning')}
        disabled={disabled}
        onConfirm={onStep}
      />
    )
  return (
    <button type="button" className="button" disabled={disabled} onClick={onStep}>
      {words}
    </button>
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
    <>
      <ConfirmButton
        words={t('reports.remove')}
        warning={t('reports.removeWarning')}
        disabled={remove.isPending}
        onConfirm={() => remove.mutate()}
      />
      {remove.isError && <Failure error={remove.error} retry={() => remove.mutate()} />}
    </>
  )
}
