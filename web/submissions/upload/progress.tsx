import { useTranslation } from 'react-i18next'
import type { Upload } from '../../api-submissions.ts'
import { formatNumber, formatTargetRate } from '../../format.ts'

interface ProgressProps {
  /** Null while the file is still being sent. */
  upload: Upload | null
  /** How much of it has been sent, as a fraction of 1. */
  sent: number
}

function useWords({ upload, sent }: ProgressProps): { words: string; share: number | null } {
  const { t, i18n } = useTranslation()
  if (upload === null) {
    const share = Math.min(sent, 1)
    return { words: t('upload.sending', { share: formatTargetRate(i18n.language, share) }), share }
  }
  const words = t(upload.state === 'loading' ? 'upload.loading' : 'upload.checking')
  const { done, total } = upload.step ?? { done: null, total: null }
  if (done === null || total === null || total < 2) return { words, share: null }
  const count = {
    done: formatNumber(i18n.language, done),
    total: formatNumber(i18n.language, total),
  }
  return { words: words + t('upload.files', count), share: done / total }
}

/** What is being done with the file, and how far it has come where that is known. */
export function UploadProgress(props: ProgressProps) {
  const { words, share } = useWords(props)
  return (
    <div className="upload-progress">
      <p role="status">{words}</p>
      <progress aria-label={words} max={1} value={share ?? undefined} />
    </div>
  )
}
