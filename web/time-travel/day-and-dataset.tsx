import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { Snapshot } from '../api.ts'
import { DateField } from '../date-field/date-field.tsx'
import { Picker } from '../picker/picker.tsx'

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
  const { t, i18n } = useTranslation()
  return (
    <>
      {day !== null && <DateField label={t('timeTravel.day')} value={day} onChange={onDay} />}
      <Picker
        label={t('timeTravel.dataset')}
        value={snapshot}
        options={kept.map((one) => ({
          value: one.id,
          words: snapshotWords(t, i18n.language, one),
        }))}
        onChange={onSnapshot}
      />
    </>
  )
}

/** 2018Q2-1a2b3c4d（2018年7月5日 16:20 发布，规则 12）: a day may publish several. */
function snapshotWords(
  t: TFunction,
  language: string,
  { id, publishedAt, ruleVersion }: Snapshot,
): string {
  const time = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' })
  const published = time.format(new Date(publishedAt))
  return t('timeTravel.one', { id, published, rules: ruleVersion })
}
