import { useTranslation } from 'react-i18next'
import type { SubmittedFile } from '../api-submissions.ts'
import { statusClass } from '../status/status-class.ts'
import { StatusIcon } from '../status/status-icon.tsx'
import '../status/status.css'

interface FateBadgeProps {
  fate: SubmittedFile['fate']
  /** Of a dry run: what would become of the file. */
  would?: boolean
}

export function FateBadge({ fate, would = false }: FateBadgeProps) {
  const { t } = useTranslation()
  const look = fate === 'accepted' ? 'met' : 'overdue'
  return (
    <span className={`badge ${statusClass(look)}`}>
      <StatusIcon status={look} />
      {t(would ? `upload.would.${fate}` : `submissions.fate.${fate}`)}
    </span>
  )
}
