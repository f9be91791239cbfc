import type { TFunction } from 'i18next'
import type { SubmittedFile, UnitSubmission } from '../api-submissions.ts'
import { formatNumber, formatQuarter } from '../format.ts'

/** What is told of a file's rows, in this order. */
export const ROW_COUNTS = [
  'rowsRead',
  'rowsStanding',
  'rowsQuarantined',
  'rowsSuperseded',
  'rowsRetracted',
] as const

/** A file's name without its folders. */
export function fileName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}

const FORMS: Record<string, string> = { csv: 'CSV', xlsx: 'XLSX', parquet: 'Parquet' }

/** The extract's name; a file whose name tells none says so. */
export function extractWords(t: TFunction, extract: string | null): string {
  return t(extract === null ? 'submissions.noExtract' : `submissions.extract.${extract}`)
}

/** CSV · GB18030, or only the form where it has no encoding. */
export function formWords(t: TFunction, { form, encoding }: SubmittedFile): string {
  if (form === null) return t('submissions.unread')
  return [FORMS[form] ?? form, encoding?.toUpperCase()]
    .filter((part) => part !== undefined)
    .join(' · ')
}

const KILO = 1024

/** 812 B, 3.4 KB, 12 MB. */
export function sizeWords(language: string, bytes: number): string {
  if (bytes < KILO) return `${formatNumber(language, bytes)} B`
  if (bytes < KILO * KILO) return `${formatNumber(language, bytes / KILO)} KB`
  return `${formatNumber(language, bytes / KILO / KILO)} MB`
}

/** A count that an earlier version did not keep is a dash, never 0. */
export function countWords(language: string, count: number | null): string {
  return count === null ? '–' : formatNumber(language, count)
}

/** What became of the unit's files of the quarter, in one sentence. */
export function submissionSentence(
  t: TFunction,
  language: string,
  { files, quarter, quarters, quarantined }: UnitSubmission,
): string {
  const name = formatQuarter(t, quarter)
  const own = quarters.find((one) => one.quarter === quarter)
  if (files.length === 0) {
    if (own === undefined) return t('submissions.unit.notYet', { quarter: name })
    const { sentWith } = own
    if (sentWith === null) return t('submissions.unit.missing', { quarter: name })
    return t('submissions.unit.late', { quarter: name, later: formatQuarter(t, sentWith) })
  }
  const refused = own?.filesRefused ?? 0
  const head = t('submissions.unit.files', { quarter: name, count: files.length })
  const fate = t(refused === 0 ? 'submissions.unit.allAccepted' : 'submissions.unit.refused', {
    count: refused,
  })
  const rows = t(
    quarantined.records === 0 ? 'submissions.unit.nothing' : 'submissions.unit.quarantined',
    { count: quarantined.records, value: formatNumber(language, quarantined.records) },
  )
  return [head, fate, rows].join(t('list.comma')) + t('summary.stop')
}
