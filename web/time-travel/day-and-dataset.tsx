import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { Snapshot } from '../api.ts'
import { formatDay } from '../format.ts'
import { Picker } from '../picker/picker.tsx'
import './day-and-dataset.css'

interface DayAndDatasetProps {
  /** Null where the page has no day. */
  day: string | null
  snapshot: string
  kept: readonly Snapshot[]
  onDay: (day: string) => void
  onSnapshot: (id: string) => void
}

/** An as-of day and the dataset that it is looked at in. */
export function DayAndDataset({ day, snapshot, kept, onDay, onSnapshot }: DayAndDatasetProps) {
  const { t } = useTranslation()
  return (
    <>
      {day !== null && (
        <label className="as-of-day">
          <span>{t('timeTravel.day')}</span>
          <input
            type="date"
            required
            min="2015-01-01"
            max="2030-12-31"
            value={day}
            onChange={(event) => onDay(event.target.value)}
          />
        </label>
      )}
      <Picker
        label={t('timeTravel.dataset')}
        value={snapshot}
        options={kept.map((one) => ({ value: one.id, words: snapshotWords(t, one) }))}
        onChange={onSnapshot}
      />
    </>
  )
}

/** 2018Q2-1a2b3c4d，2018-07-05 发布，规则 12. */
function snapshotWords(t: TFunction, { id, publishedAt, ruleVersion }: Snapshot): string {
  const published = formatDay(t, publishedAt.slice(0, 10))
  return t('timeTravel.one', { id, published, rules: ruleVersion })
}
