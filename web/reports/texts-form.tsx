import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { writeReport, type Report, type ReportTexts } from '../api-reports.ts'
import { Failure } from '../states/failure.tsx'
import { reportQuery } from './queries.ts'

const PASSAGES = ['problems', 'causes', 'suggestions'] as const

/** What the evaluator writes beside the figures, and how long the whole may be. */
export function TextsForm({ report }: { report: Report }) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const [texts, setTexts] = useState<ReportTexts>(report.texts)
  const [limit, setLimit] = useState(report.limit)
  const save = useMutation({
    mutationFn: () => writeReport(report, texts, limit),
    onSuccess: (saved) => client.setQueryData(reportQuery(report.id).queryKey, saved),
  })
  return (
    <section className="panel" aria-labelledby="own-words">
      <h2 id="own-words">{t('reports.texts.title')}</h2>
      <form
        className="texts-form"
        onSubmit={(event) => {
          event.preventDefault()
          save.mutate()
        }}
      >
        {PASSAGES.map((passage) => (
          <label key={passage}>
            <span>{t(`reports.texts.${passage}`)}</span>
            <textarea
              rows={4}
              lang="zh-CN"
              value={texts[passage]}
              onChange={(event) => setTexts({ ...texts, [passage]: event.target.value })}
            />
          </label>
        ))}
        <label>
          <span>{t('reports.texts.limit')}</span>
          <input
            type="number"
            min={500}
            max={20_000}
            step={100}
            value={limit}
            onChange={(event) => setLimit(event.target.valueAsNumber)}
          />
        </label>
        <button type="submit" className="button button-primary" disabled={save.isPending}>
          {t('reports.texts.save')}
        </button>
      </form>
      {save.isError && <Failure error={save.error} retry={() => save.mutate()} />}
    </section>
  )
}
