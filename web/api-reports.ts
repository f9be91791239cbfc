import * as z from 'zod/mini'
import { get, send } from './api.ts'

const state = z.enum(['draft', 'under_review', 'approved', 'locked'])

const head = z.object({
  id: z.string(),
  kind: z.string(),
  plan: z.string(),
  region: z.string(),
  asOf: z.string(),
  snapshot: z.string(),
  title: z.string(),
  state,
  author: z.string(),
  changedAt: z.string(),
  revision: z.number(),
})

const texts = z.object({ problems: z.string(), causes: z.string(), suggestions: z.string() })

const block = z.discriminatedUnion('kind', [
  z.object({
    kind: z.enum(['title', 'subtitle', 'heading1', 'heading2', 'text', 'own', 'note']),
    text: z.string(),
  }),
  z.object({
    kind: z.literal('table'),
    caption: z.string(),
    unit: z.string(),
    head: z.array(z.string()),
    rows: z.array(z.array(z.string())),
  }),
  z.object({
    kind: z.literal('chart'),
    caption: z.string(),
    unit: z.string(),
    description: z.string(),
    bars: z.array(z.object({ name: z.string(), value: z.number(), shown: z.string() })),
  }),
])

const report = z.extend(head, {
  texts,
  limit: z.number(),
  narrative: z.number(),
  hash: z.string(),
  ruleVersion: z.string(),
  history: z.array(z.object({ at: z.string(), user: z.string(), to: state, alone: z.boolean() })),
  blocks: z.array(block),
  steps: z.array(state),
  editable: z.boolean(),
})

const difference = z.object({
  key: z.string(),
  here: z.nullable(z.number()),
  there: z.nullable(z.number()),
  indicator: z.string(),
  indicatorName: z.object({ zh: z.string(), en: z.string() }),
  unit: z.enum(['persons', 'units', 'yuan', 'percent']),
  region: z.string(),
  regionName: z.string(),
  field: z.string(),
})

export type ReportDifference = z.infer<typeof difference>
export type ReportHead = z.infer<typeof head>
export type ReportState = ReportHead['state']
export type Report = z.infer<typeof report>
export type ReportTexts = z.infer<typeof texts>
export type ReportBlock = z.infer<typeof block>

export interface ReportOrder {
  kind: string
  plan: string
  region: string
  asOf: string
  snapshot: string
}

const json = { 'content-type': 'application/json' }

function write(path: string, method: string, body: object): Promise<Response> {
  return send(path, { method, headers: json, body: JSON.stringify(body) })
}

export function fetchReports(signal?: AbortSignal) {
  const shape = z.object({ reports: z.array(head), mayWrite: z.boolean() })
  return get(shape, '/api/reports', signal)
}

export function fetchReport(id: string, signal?: AbortSignal): Promise<Report> {
  return get(report, `/api/reports/${encodeURIComponent(id)}`, signal)
}

export async function makeReport(order: ReportOrder): Promise<ReportHead> {
  return head.parse(await (await write('/api/reports', 'POST', order)).json())
}

export async function writeReport(
  { id, revision }: Report,
  written: ReportTexts,
  limit: number,
): Promise<Report> {
  const body = { texts: written, limit, revision }
  return report.parse(await (await write(`/api/reports/${id}`, 'PUT', body)).json())
}

export async function stepReport({ id, revision }: Report, to: ReportState): Promise<Report> {
  return report.parse(
    await (await write(`/api/reports/${id}/state`, 'POST', { to, revision })).json(),
  )
}

export async function removeReport({ id }: Report): Promise<void> {
  await send(`/api/reports/${id}`, { method: 'DELETE' })
}

export function fetchDifferences(id: string, signal?: AbortSignal) {
  const shape = z.object({ snapshot: z.string(), differences: z.array(difference) })
  return get(shape, `/api/reports/${id}/differences`, signal)
}

const archiveNamed = z.object({ archive: z.nullable(z.string()) })

/** The archive that the reader asked for last, while the server keeps it. */
export async function fetchOwnArchive(signal?: AbortSignal): Promise<string | null> {
  return (await get(archiveNamed, '/api/report-archives', signal)).archive
}

export async function startArchive(order: Omit<ReportOrder, 'region'>): Promise<string> {
  const answer = await write('/api/report-archives', 'POST', order)
  return z.object({ archive: z.string() }).parse(await answer.json()).archive
}

export function fetchArchive(id: string, signal?: AbortSignal) {
  const shape = z.object({
    done: z.number(),
    total: z.number(),
    failed: z.array(z.string()),
    ready: z.boolean(),
  })
  return get(shape, `/api/report-archives/${id}`, signal)
}

export function reportAddress(id: string, part: 'document' | 'annexes'): string {
  return `/api/reports/${id}/${part}`
}

export function archiveAddress(id: string): string {
  return `/api/report-archives/${id}/file`
}
