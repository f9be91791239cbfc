import { useTranslation } from 'react-i18next'
import type { QuarterState } from '../api-submissions.ts'
import { StatusIcon } from '../status/status-icon.tsx'
import type { Status } from '../api.ts'
import { statusClass } from '../status/status-class.ts'
import '../status/status.css'

/** The same six shapes and colours as the statuses, read as what became of a submission. */
const LOOKS: Record<QuarterState, Status> = {
  received: 'met',
  late: 'watch',
  partly_refused: 'behind',
  refused: 'overdue',
  missing: 'no_data',
}

export function StateBadge({ state }: { state: QuarterState }) {
  const { t } = useTranslation()
  return (
    <span className={`badge ${statusClass(LOOKS[state])}`}>
      <StatusIcon status={LOOKS[state]} />
      {t(`submissions.state.${state}`)}
    </span>
  )
}
