import { useTranslation } from 'react-i18next'
import type { SubmittedFile } from '../api-submissions.ts'
import { statusClass } from '../status/status-class.ts'
import { StatusIcon } from '../status/status-icon.tsx'
import '../status/status.css'

export function FateBadge({ fate }: { fate: SubmittedFile['fate'] }) {
  const { t } = useTranslation()
  const look = fate === 'accepted' ? 'met' : 'overdue'
  return (
    <span className={`badge ${statusClass(look)}`}>
      <StatusIcon status={look} />
      {t(`submissions.fate.${fate}`)}
    </span>
  )
}
