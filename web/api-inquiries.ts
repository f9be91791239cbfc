import * as z from 'zod/mini'
import { get, send } from './api.ts'

/** The part of the HTTP interface that is about 督办. */

const number = z.nullable(z.number())
const text = z.nullable(z.string())

const figure = z.object({
  snapshot: z.string(),
  asOf: z.string(),
  actual: number,
  target: number,
  expected: number,
  status: z.nullable(z.enum(['met', 'on_pace', 'watch', 'behind', 'overdue', 'no_data'])),
  reason: z.nullable(z.enum(['no_data', 'no_permission', 'suppressed', 'not_applicable'])),
})

const claimKind = z.enum(['stands', 'corrected', 'reported', 'caught_up'])
const claim = z.object({ kind: claimKind, value: z.optional(z.number()) })

const entry = z.object({
  event: z.enum(['asked', 'answered', 'retested', 'closed', 'reopened']),
  at: z.string(),
  by: text,
  text,
  claim: z.nullable(claim),
  holds: z.nullable(z.boolean()),
  figure: z.nullable(figure),
})

const inquiry = z.object({
  id: z.string(),
  plan: z.string(),
  indicator: z.string(),
  region: z.string(),
  regionName: z.string(),
  path: z.array(z.string()),
  dueOn: z.string(),
  figure,
  state: z.enum(['open', 'answered', 'closed']),
  version: z.number(),
  overdue: z.boolean(),
  mayAnswer: z.boolean(),
  mayDecide: z.boolean(),
  entries: z.array(entry),
})

const list = z.object({
  snapshot: z.string(),
  today: z.string(),
  mayAsk: z.boolean(),
  inquiries: z.array(inquiry),
})

export type Inquiry = z.infer<typeof inquiry>
export type InquiryEntry = z.infer<typeof entry>
export type InquiryFigure = z.infer<typeof figure>
export type Claim = z.infer<typeof claim>
export type ClaimKind = z.infer<typeof claimKind>
type InquiryList = z.infer<typeof list>

export interface Question {
  plan: string
  indicator: string
  region: string
  asOf: string
  dueOn: string
  text: string
}

export function fetchInquiries(signal?: AbortSignal): Promise<InquiryList> {
  return get(list, '/api/inquiries', signal)
}

async function post(path: string, body: object): Promise<Inquiry> {
  const response = await send(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  return inquiry.parse(await response.json())
}

/** These throw ApiError with what the server said. */
export function askInquiry(question: Question): Promise<Inquiry> {
  return post('/api/inquiries', question)
}

export function answerInquiry(of: Inquiry, words: string, claimed: Claim): Promise<Inquiry> {
  const body = { text: words, claim: claimed, version: of.version }
  return post(`/api/inquiries/${of.id}/answers`, body)
}

export function decideInquiry(
  of: Inquiry,
  words: string,
  decision: 'closed' | 'reopened',
): Promise<Inquiry> {
  const body = { text: words, decision, version: of.version }
  return post(`/api/inquiries/${of.id}/decisions`, body)
}
