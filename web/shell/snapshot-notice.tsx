import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Snapshot } from '../api.ts'
import { formatDay } from '../format.ts'

/** Says in words when newer data have been published under the reader's eyes, or the line is cut. */
export function SnapshotNotice({ current, lost }: { current: Snapshot | null; lost: boolean }) {
  const { t } = useTranslation()
  const [first, setFirst] = useState<string | null>(null)
  if (first === null && current !== null) setFirst(current.id)
  const renewed = current !== null && first !== null && current.id !== first
  const words = lost
    ? t('notice.lost')
    : renewed
      ? t('notice.renewed', { id: current.id, day: formatDay(t, current.asOf) })
      : ''
  return (
    <div role="status" className="notice">
      {words !== '' && <p>{words}</p>}
      {renewed && !lost && (
        <button type="button" className="button" onClick={() => setFirst(current.id)}>
          {t('notice.close')}
        </button>
      )}
    </div>
  )
}
