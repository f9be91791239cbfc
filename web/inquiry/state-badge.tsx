import { useTranslation } from 'react-i18next'
import type { Inquiry } from '../api-inquiries.ts'
import type { Status } from '../api.ts'
import { StatusIcon } from '../status/status-icon.tsx'
import { statusClass } from '../status/status-class.ts'
import '../status/status.css'

type Look = Inquiry['state'] | 'overdue'

const LOOKS: Record<Look, Status> = {
  open: 'watch',
  overdue: 'overdue',
  answered: 'on_pace',
  closed: 'met',
}

export function StateBadge({ inquiry }: { inquiry: Inquiry }) {
  const { t } = useTranslation()
  const look: Look = inquiry.overdue ? 'overdue' : inquiry.state
  return (
    <span className={`badge ${statusClass(LOOKS[look])}`}>
      <StatusIcon status={LOOKS[look]} />
      {t(`inquiry.state.${look}`)}
    </span>
  )
}
