import { useTranslation } from 'react-i18next'
import type { Snapshot } from '../api.ts'
import type { SubmissionCalendar } from '../api-submissions.ts'
import { Download } from '../download/download.tsx'
import { useFacts } from '../download/facts.ts'
import { calendarSheet } from './sheets.ts'

interface CalendarDownloadProps {
  title: string
  calendar: SubmissionCalendar
  snapshot: Snapshot
}

export function CalendarDownload({ title, calendar, snapshot }: CalendarDownloadProps) {
  const { t } = useTranslation()
  const facts = useFacts()
  const { asOf } = calendar
  return (
    <Download
      name={title}
      sheet={() => calendarSheet(t, calendar, { title, facts: facts({ snapshot, asOf }) })}
    />
  )
}
