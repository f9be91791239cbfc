import * as z from 'zod/mini'
import { ApiError, get, query, refusal, send } from './api.ts'

/** The part of the HTTP interface that is about what the units sent. */

const state = z.enum(['received', 'partly_refused', 'refused', 'late', 'missing'])
const number = z.nullable(z.number())

const unitQuarter = z.object({
  quarter: z.string(),
  state,
  filesAccepted: z.number(),
  filesRefused: z.number(),
  rowsQuarantined: z.number(),
  sentWith: z.nullable(z.string()),
})

const quarterCount = z.object({
  quarter: z.string(),
  due: z.number(),
  received: z.number(),
  partly_refused: z.number(),
  refused: z.number(),
  late: z.number(),
  missing: z.number(),
})

const unit = z.object({
  code: z.string(),
  name: z.string(),
  readable: z.boolean(),
  quarters: z.array(unitQuarter),
})

const calendar = z.object({
  snapshot: z.string(),
  asOf: z.string(),
  quarters: z.array(z.string()),
  counts: z.array(quarterCount),
  units: z.array(unit),
  misplaced: z.array(z.object({ path: z.string(), reason: z.nullable(z.string()) })),
})

const file = z.object({
  path: z.string(),
  name: z.string(),
  sha256: z.string(),
  quarter: z.nullable(z.string()),
  extract: z.nullable(z.string()),
  form: z.nullable(z.string()),
  encoding: z.nullable(z.string()),
  bytes: number,
  fate: z.enum(['accepted', 'refused']),
  reason: z.nullable(z.string()),
  rowsRead: z.number(),
  rowsQuarantined: z.number(),
  rowsStanding: number,
  rowsSuperseded: number,
  rowsRetracted: number,
  notes: z.array(z.object({ note: z.string(), records: z.number() })),
})

const detail = z.object({
  snapshot: z.string(),
  unit: z.string(),
  unitName: z.string(),
  quarter: z.string(),
  sendable: z.array(z.string()),
  quarters: z.array(unitQuarter),
  files: z.array(file),
  quarantined: z.object({ faults: z.number(), records: z.number() }),
  rules: z.array(z.object({ rule: z.string(), records: z.number() })),
  unmatched: z.array(z.object({ extract: z.string(), records: z.number() })),
  history: z.array(z.object({ extract: z.string(), files: z.array(file) })),
})

const fault = z.object({
  path: z.string(),
  extract: z.nullable(z.string()),
  line: z.number(),
  column: z.nullable(z.string()),
  rule: z.string(),
  value: z.nullable(z.string()),
})

const quarantine = z.object({
  faults: z.number(),
  records: z.number(),
  page: z.number(),
  pageRows: z.number(),
  rows: z.array(fault),
})

const upload = z.object({
  id: z.string(),
  state: z.enum(['checking', 'checked', 'loading', 'loaded', 'failed']),
  step: z.nullable(
    z.object({ done: number, total: number, counts: z.enum(['files', 'rows']), rows: number }),
  ),
  result: z.nullable(
    z.object({
      fate: z.enum(['accepted', 'refused']),
      reason: z.nullable(z.string()),
      encoding: z.nullable(z.string()),
      rowsRead: z.number(),
      rowsAccepted: z.number(),
      rowsQuarantined: z.number(),
      rowsRetracted: z.number(),
      rowsCopied: z.number(),
      faults: z.array(
        z.object({
          line: z.number(),
          column: z.nullable(z.string()),
          rule: z.string(),
          value: z.nullable(z.string()),
        }),
      ),
      notes: z.array(z.string()),
      name: z.string(),
    }),
  ),
})

export type Upload = z.infer<typeof upload>
export type QuarterState = z.infer<typeof state>
export type UnitQuarter = z.infer<typeof unitQuarter>
export type QuarterCount = z.infer<typeof quarterCount>
export type SubmittingUnit = z.infer<typeof unit>
export type SubmissionCalendar = z.infer<typeof calendar>
export type SubmittedFile = z.infer<typeof file>
export type UnitSubmission = z.infer<typeof detail>
export type Fault = z.infer<typeof fault>
export type Quarantine = z.infer<typeof quarantine>

/** A unit's quarter, as it was known in a snapshot. */
export interface SubmissionQuestion {
  unit: string
  quarter: string
  snapshot: string
}

export interface QuarantineQuestion extends SubmissionQuestion {
  file: string | null
  rule: string | null
  page: number
}

function place({ unit: code, quarter }: Pick<SubmissionQuestion, 'unit' | 'quarter'>): string {
  return `/api/submissions/${encodeURIComponent(code)}/${encodeURIComponent(quarter)}`
}

export function fetchSubmissions(
  snapshot: string,
  signal?: AbortSignal,
): Promise<SubmissionCalendar> {
  return get(calendar, `/api/submissions?${query({ snapshot })}`, signal)
}

export function fetchSubmission(
  ask: SubmissionQuestion,
  signal?: AbortSignal,
): Promise<UnitSubmission> {
  return get(detail, `${place(ask)}?${query({ snapshot: ask.snapshot })}`, signal)
}

export function fetchQuarantine(
  ask: QuarantineQuestion,
  signal?: AbortSignal,
): Promise<Quarantine> {
  const { snapshot, file: path, rule, page } = ask
  const asked = query({ snapshot, file: path, rule, page: String(page) })
  return get(quarantine, `${place(ask)}/quarantine?${asked}`, signal)
}

/** Where the list of what a unit has to mend is downloaded from. */
export function mendListAddress(ask: SubmissionQuestion): string {
  return `${place(ask)}/mend-list?${query({ snapshot: ask.snapshot })}`
}

/** A file to be checked, and how much of it has been sent, as a fraction of 1. */
export interface Sending {
  place: Omit<SubmissionQuestion, 'snapshot'>
  extract: string
  form: string
  file: File
  onSent: (share: number) => void
  signal: AbortSignal
}

/** Sends a file for a dry run. Only this tells how far a request has come, so it is no fetch. */
export function checkUpload(sending: Sending): Promise<Upload> {
  const { place: at, extract, form, file: body, onSent, signal } = sending
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', `${place(at)}/check?${query({ extract, form })}`)
    request.setRequestHeader('content-type', 'application/octet-stream')
    request.upload.onprogress = ({ loaded, total }) => onSent(loaded / total)
    request.onerror = () => reject(new ApiError(0, 'unreachable', ''))
    request.onload = () => {
      const answer = new Response(request.responseText, { status: request.status })
      read(answer).then(resolve, reject)
    }
    signal.addEventListener('abort', () => request.abort())
    request.send(body)
  })
}

async function read(response: Response): Promise<Upload> {
  if (!response.ok) throw await refusal(response)
  return upload.parse(await response.json())
}

type UploadPlace = Sending['place']

export function fetchUpload(at: UploadPlace, id: string, signal?: AbortSignal): Promise<Upload> {
  return get(upload, `${place(at)}/uploads/${encodeURIComponent(id)}`, signal)
}

/** Puts the checked file into the inbox; it is loaded at once. */
export async function acceptUpload(at: UploadPlace, id: string): Promise<Upload> {
  return read(
    await send(`${place(at)}/accept`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ upload: id }),
    }),
  )
}

export async function leaveUpload(at: UploadPlace, id: string): Promise<void> {
  await send(`${place(at)}/uploads/${encodeURIComponent(id)}`, { method: 'DELETE' })
}
