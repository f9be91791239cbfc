import type { TFunction } from 'i18next'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Drawing } from './picture.ts'
import { save, type Form } from './save.ts'
import type { Sheet } from './sheet.ts'
import './download.css'

interface DownloadProps {
  /** What is downloaded, for those who hear the buttons one by one. */
  name: string
  sheet: () => Sheet | Promise<Sheet>
  /** The chart beside the table, where there is one. */
  drawing?: () => Drawing | null
}

/** With neither file nor error it is being made. */
type Outcome = { form: Form; file?: string; error?: string }

function outcomeWords(t: TFunction, { file, error }: Outcome): string {
  if (error !== undefined) return t('download.failed', { error })
  return file === undefined ? t('download.making') : t('download.done', { file })
}

function useSave({ sheet, drawing }: DownloadProps) {
  const { t } = useTranslation()
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const words = {
    table: t('download.sheet.table'),
    notes: t('download.sheet.notes'),
    item: t('download.sheet.item'),
    content: t('download.sheet.content'),
  }
  const take = async (form: Form) => {
    setOutcome({ form })
    try {
      const file = await save(form, await sheet(), words, drawing?.() ?? null)
      setOutcome({ form, file })
    } catch (error) {
      setOutcome({ form, error: error instanceof Error ? error.message : String(error) })
    }
  }
  return { outcome, take }
}

/** A chart or table as a workbook, as CSV and, where it is drawn, as a picture. */
export function Download(props: DownloadProps) {
  const { t } = useTranslation()
  const { outcome, take } = useSave(props)
  const forms: Form[] = props.drawing ? ['xlsx', 'csv', 'png'] : ['xlsx', 'csv']
  return (
    <div className="download" role="group" aria-label={t('download.group', { name: props.name })}>
      <span aria-hidden="true">{t('download.label')}</span>
      {forms.map((form) => (
        <button
          key={form}
          type="button"
          className="download-button"
          aria-label={t('download.of', { form: form.toUpperCase(), name: props.name })}
          onClick={() => void take(form)}
        >
          {form.toUpperCase()}
        </button>
      ))}
      <span role="status" className="download-status">
        {outcome === null ? '' : outcomeWords(t, outcome)}
      </span>
    </div>
  )
}
