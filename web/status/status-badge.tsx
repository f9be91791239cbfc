import { useTranslation } from 'react-i18next'
import type { Reason, Status } from '../api.ts'
import { missingWords } from '../format.ts'
import { StatusIcon } from './status-icon.tsx'
import { statusClass } from './status-class.ts'
import './status.css'

/** Word, icon and colour together; a row without a status says why, or that it has no target. */
export function StatusBadge({ status, reason }: { status: Status | null; reason: Reason | null }) {
  const { t } = useTranslation()
  if (status === null) {
    const words = reason === null ? t('status.none') : missingWords(t, reason)
    return <span className="badge badge-none">{words}</span>
  }
  return (
    <span className={`badge ${statusClass(status)}`}>
      <StatusIcon status={status} />
      {t(`status.${status}`)}
    </span>
  )
}
