import type { TFunction } from 'i18next'
import type { ProgressRow } from '../api.ts'
import { missingWords } from '../format.ts'

/** The status in a word; without one: why the value is missing, not judged yet, or no target. */
export function statusWords(t: TFunction, row: ProgressRow): string {
  if (row.status !== null) return t(`status.${row.status}`)
  if (row.reason !== null) return missingWords(t, row.reason)
  return t(row.target === null ? 'status.none' : 'status.unjudged')
}
