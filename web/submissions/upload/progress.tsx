import { useTranslation } from 'react-i18next'
import type { Upload } from '../../api-submissions.ts'
import { formatNumber, formatTargetRate } from '../../format.ts'

interface ProgressProps {
  /** Null while the file is still being sent. */
  upload: Upload | null
  /** How much of it has been sent, as a fraction of 1. */
  sent: number
}

interface Words {
  doing: string
  /** How far it has come, in words. */
  come: string
  share: number | null
}

function useWords({ upload, sent }: ProgressProps): Words {
  const { t, i18n } = useTranslation()
  if (upload === null) {
    const share = Math.min(sent, 1)
    const come = t('upload.share', { share: formatTargetRate(i18n.language, share) })
    return { doing: t('upload.sending'), come, share }
  }
  const doing = t(upload.state === 'loading' ? 'upload.loading' : 'upload.checking')
  const { done = null, total = null, counts = 'files', rows = null } = upload.step ?? {}
  const number = (value: number) => formatNumber(i18n.language, value)
  const read = rows === null || rows === 0 ? '' : t('upload.rows', { rows: number(rows) })
  if (done === null || total === null || total < 2) return { doing, come: read, share: null }
  const count = { done: number(done), total: number(total) }
  const come = counts === 'files' ? t('upload.files', count) + read : t('upload.judged', count)
  return { doing, come, share: done / total }
}

/** What is being done with the file, and how far it has come where that is known. */
export function UploadProgress(props: ProgressProps) {
  const { doing, come, share } = useWords(props)
  return (
    <div className="upload-progress">
      <p>
        <span role="status">{doing}</span>
        {come}
      </p>
      <progress aria-label={doing + come} max={1} value={share ?? undefined} />
    </div>
  )
}
