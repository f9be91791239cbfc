import { useTranslation } from 'react-i18next'
import type { Status } from '../api.ts'
import { statusClass } from '../status/status-class.ts'
import { StatusIcon } from '../status/status-icon.tsx'

const STATUSES: readonly Status[] = ['met', 'on_pace', 'watch', 'behind', 'overdue', 'no_data']

export function StatusKey() {
  const { t } = useTranslation()
  return (
    <ul className="status-key">
      {STATUSES.map((status) => (
        <li key={status} className={statusClass(status)}>
          <StatusIcon status={status} />
          {t(`status.${status}`)}
        </li>
      ))}
    </ul>
  )
}
