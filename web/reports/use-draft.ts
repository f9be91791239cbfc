import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useState } from 'react'
import { writeReport, type Report, type ReportTexts } from '../api-reports.ts'
import { reportQuery, reportsQuery } from './queries.ts'

interface Written {
  /** The report as it was when this was begun: over a newer one the server does not write. */
  base: Report
  texts: ReportTexts
  limit: number
}

function begun(base: Report): Written {
  return { base, texts: base.texts, limit: base.limit }
}

function isUnsaved({ base, texts, limit }: Written): boolean {
  const told = (of: ReportTexts) => [of.problems, of.causes, of.suggestions].join('\n\n')
  return limit !== base.limit || told(texts) !== told(base.texts)
}

/** The report as the server answered it takes the place of the one that was read. */
export function useChange(id: string) {
  const client = useQueryClient()
  return (report: Report) => {
    client.setQueryData(reportQuery(id).queryKey, report)
    void client.invalidateQueries({ queryKey: reportsQuery.queryKey })
  }
}

/** The evaluator's words from the first letter until they are saved, at the latest on leaving the page. */
export function useDraft(report: Report) {
  const [written, setWritten] = useState(() => begun(report))
  const change = useChange(report.id)
  const save = useMutation({
    mutationFn: async ({ base, texts, limit }: Written) => {
      const arrived = askBeforeLeaving()
      return writeReport(base, texts, limit).finally(arrived)
    },
    onSuccess: (saved) => {
      change(saved)
      setWritten(begun(saved))
    },
  })
  const unsaved = report.editable && isUnsaved(written)
  if (!unsaved && written.base.revision !== report.revision) setWritten(begun(report))
  useSavedOnLeaving(unsaved, () => save.mutate(written))
  return {
    ...written,
    unsaved,
    save,
    set: (part: Partial<Omit<Written, 'base'>>) => setWritten({ ...written, ...part }),
    /** Saves what is not saved yet; resolves to the report with it. */
    saved: () => (unsaved ? save.mutateAsync(written) : Promise.resolve(report)),
  }
}

export type Draft = ReturnType<typeof useDraft>

/** The browser asks before the product is left, until what is answered is called. */
function askBeforeLeaving(): () => void {
  const ask = (event: BeforeUnloadEvent) => event.preventDefault()
  window.addEventListener('beforeunload', ask)
  return () => window.removeEventListener('beforeunload', ask)
}

/** Another page of the product: it is saved. Out of the product: the browser asks first, also while words are on their way. */
function useSavedOnLeaving(unsaved: boolean, save: () => void) {
  const leave = useEffectEvent(() => {
    if (unsaved) save()
  })
  useEffect(() => () => leave(), [])
  useEffect(() => (unsaved ? askBeforeLeaving() : undefined), [unsaved])
}
