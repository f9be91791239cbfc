import { useTranslation } from 'react-i18next'
import type { SubmittedFile } from '../api-submissions.ts'
import { statusClass } from '../status/status-class.ts'
import { StatusIcon } from '../status/status-icon.tsx'
import '../status/status.css'

type Fate = SubmittedFile['fate']

/** What would become of a file; of one that would be read and have no row that counts it is told apart. */
export type Prospect = Fate | 'unusable'

function Badge({ isGood, words }: { isGood: boolean; words: string }) {
  const look = isGood ? 'met' : 'overdue'
  return (
    <span className={`badge ${statusClass(look)}`}>
      <StatusIcon status={look} />
      {words}
    </span>
  )
}

export function FateBadge({ fate }: { fate: Fate }) {
  const { t } = useTranslation()
  return <Badge isGood={fate === 'accepted'} words={t(`submissions.fate.${fate}`)} />
}

export function ProspectBadge({ prospect }: { prospect: Prospect }) {
  const { t } = useTranslation()
  return <Badge isGood={prospect === 'accepted'} words={t(`upload.would.${prospect}`)} />
}
