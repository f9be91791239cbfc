import { appendFileSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'

type AuditLine = {
  event:
    | 'sign_in'
    | 'sign_in_failed'
    | 'sign_out'
    | 'refused'
    | 'snapshot'
    | 'upload_accepted'
    | 'upload_loaded'
    | 'report_made'
    | 'report_changed'
    | 'report_state'
    | 'report_removed'
    | 'notice_made'
    | 'notice_published'
    | 'notice_withdrawn'
    | 'export'
    | 'inquiry_asked'
    | 'inquiry_answered'
    | 'inquiry_retested'
    | 'inquiry_closed'
    | 'inquiry_reopened'
    | 'start'
    | 'stop'
  user?: string
  role?: string
  method?: string
  route?: string
  status?: number
  code?: string
  snapshot?: string
  /** Of an upload: where in the inbox, under the server's name. */
  file?: string
  sha256?: string
  /** Of a stored report or a public notice: its id, state and hash. */
  report?: string
  state?: string
  hash?: string
  /** The id of what was asked or answered. */
  inquiry?: string
}

export type Audit = (line: AuditLine) => void

/**
 * One JSON line an event, by month, in UTC; no figures, no query values. A line that cannot be written
 * is told to `onFault`, and the answer under way goes out all the same.
 */
export function openAudit(
  warehouse: string,
  onFault: (error: unknown) => void,
  now: () => Date = () => new Date(),
): Audit {
  const folder = join(warehouse, 'audit')
  mkdirSync(folder, { recursive: true })
  return (line) => {
    const at = now().toISOString()
    const path = join(folder, `${at.slice(0, 7)}.jsonl`)
    try {
      appendFileSync(path, `${JSON.stringify({ at, ...line })}\n`, { mode: 0o600 })
    } catch (error) {
      onFault(error)
    }
  }
}
