import { useTranslation } from 'react-i18next'
import type { ProgressRow } from '../api.ts'
import { statusWords } from './status-words.ts'
import { StatusIcon } from './status-icon.tsx'
import { statusClass } from './status-class.ts'
import './status.css'

/** Word, icon and colour together; a row without a status says why it has none. */
export function StatusBadge({ row }: { row: ProgressRow }) {
  const { t } = useTranslation()
  const { status } = row
  if (status === null) return <span className="badge badge-none">{statusWords(t, row)}</span>
  return (
    <span className={`badge ${statusClass(status)}`}>
      <StatusIcon status={status} />
      {statusWords(t, row)}
    </span>
  )
}
