import * as z from 'zod/mini'
import { get, query, send } from './api.ts'

const number = z.nullable(z.number())

const head = z.object({
  id: z.string(),
  regionName: z.string(),
  year: z.number(),
  days: z.array(z.string()),
})

const notice = z.extend(head, {
  objections: z.string(),
  snapshot: z.string(),
  ruleVersion: z.string(),
  ratio: number,
  basis: z.object({ document: z.string(), place: z.string(), quote: z.string() }),
  income: number,
  spending: number,
  items: z.array(z.object({ item: z.string(), amount: z.number() })),
  placed: z.object({ count: number, hidden: z.boolean() }),
  regions: z.array(
    z.object({ code: z.string(), name: z.string(), count: number, hidden: z.boolean() }),
  ),
  publishedAt: z.nullable(z.string()),
})

export type NoticeHead = z.infer<typeof head>
export type Notice = z.infer<typeof notice>

export interface NoticeOrder {
  region: string
  year: number
  days: string[]
  objections: string
  /** The dataset that it is counted from. */
  snapshot: string
}

/** What anybody may read, without a session. */
export function fetchPublished(signal?: AbortSignal) {
  return get(z.object({ notices: z.array(head) }), '/public/notices', signal)
}

export function fetchPublishedNotice(id: string, signal?: AbortSignal): Promise<Notice> {
  return get(notice, `/public/notices/${encodeURIComponent(id)}`, signal)
}

export function fetchNotices(signal?: AbortSignal) {
  return get(z.object({ notices: z.array(notice) }), '/api/notices', signal)
}

/** The first five days from a day on that are no weekend: to be checked against the holidays. */
export async function fetchWeekdays(from: string): Promise<string[]> {
  const shape = z.object({ days: z.array(z.string()) })
  return (await get(shape, `/api/notices/weekdays?${query({ from })}`)).days
}

async function post(path: string, body: object): Promise<Notice> {
  const answer = await send(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  return notice.parse(await answer.json())
}

export function makeNotice(order: NoticeOrder): Promise<Notice> {
  return post('/api/notices', order)
}

export function publishNotice({ id }: NoticeHead, published: boolean): Promise<Notice> {
  return post(`/api/notices/${id}/state`, { published })
}
