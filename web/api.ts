import * as z from 'zod/mini'

/** With `api-submissions.ts` all that knows the HTTP interface: addresses, shapes and refusals. */

const level = z.enum(['nation', 'province', 'prefecture', 'county'])
const words = z.object({ zh: z.string(), en: z.string() })
const number = z.nullable(z.number())

/** `endsAt` is told by this machine's own clock. */
const session = z.pipe(
  z.object({
    user: z.string(),
    role: z.string(),
    region: z.string(),
    secondsLeft: z.number(),
  }),
  z.transform(({ secondsLeft, ...rest }) => ({ ...rest, endsAt: Date.now() + secondsLeft * 1000 })),
)

const planHead = z.object({
  plan: z.string(),
  name: words,
  startsOn: z.string(),
  endsOn: z.nullable(z.string()),
  statusRule: z.object({ onPace: z.number(), watch: z.number() }),
})

const indicator = z.object({
  code: z.string(),
  name: words,
  group: words,
  kind: z.enum(['cumulative', 'coverage', 'rate', 'stock', 'trend', 'milestone']),
  unit: z.string(),
  direction: z.enum(['up', 'down']),
  comparedWith: z.enum(['target', 'last_year']),
  levels: z.array(level),
  scope: z.nullable(z.object({ groups: z.array(z.string()) })),
  startsOn: z.string(),
  deadline: z.nullable(z.string()),
  interpretation: z.nullable(words),
  clause: z.object({ place: z.string(), quote: z.string() }),
  definition: words,
  members: z.object({
    numerator: z.string(),
    denominator: z.nullable(z.string()),
    filters: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
  }),
})

const demonstration = z.object({ scale: z.number(), seed: z.number(), ratio: z.number() })

const snapshot = z.object({
  id: z.string(),
  asOf: z.string(),
  publishedAt: z.string(),
  ruleVersion: z.union([z.string(), z.number()]),
  demonstration: z.nullable(demonstration),
})

const region = z.object({
  code: z.string(),
  name: z.string(),
  level,
  path: z.array(z.object({ code: z.string(), name: z.string(), level })),
  childLevel: z.nullable(level),
  access: z.enum(['granted', 'refused']),
})

export const reason = z.enum(['no_data', 'no_permission', 'suppressed', 'not_applicable'])
export const status = z.enum(['met', 'on_pace', 'watch', 'behind', 'overdue', 'no_data'])
const forecast = z.object({
  low: z.number(),
  mid: z.number(),
  high: z.number(),
  probability: number,
})

const progressRow = z.object({
  indicator: z.string(),
  region: z.string(),
  regionName: z.string(),
  actual: number,
  numerator: number,
  denominator: number,
  target: number,
  ownTarget: number,
  nationalTarget: number,
  targetThrough: number,
  deadline: z.nullable(z.string()),
  periodYear: number,
  expected: number,
  pace: number,
  completion: number,
  completionPercent: number,
  days: number,
  status: z.nullable(status),
  forecast: z.nullable(forecast),
  atDeadline: z.nullable(z.object({ day: z.string(), actual: number })),
  comparable: number,
  /** The places that chance leaves open, 1 the best; null where nothing can be ranked. */
  rank: z.nullable(z.object({ best: z.number(), worst: z.number(), of: z.number() })),
  /** Its part of the sum of the regions beside it, of 1; null where they make no whole. */
  share: number,
  unitsReported: number,
  unitsDue: number,
  unitsWithData: number,
  flags: z.array(z.string()),
  reason: z.nullable(reason),
})

const elapsed = z.object({
  startsOn: z.string(),
  endsOn: z.nullable(z.string()),
  days: z.number(),
  daysTotal: number,
  share: number,
})

const progress = z.object({
  snapshot: z.string(),
  asOf: z.string(),
  elapsed,
  statusCounts: z.record(z.string(), z.number()),
  rows: z.array(progressRow),
})

const seriesRow = z.object({
  quarter: z.string(),
  day: z.string(),
  actual: number,
  expected: number,
  target: number,
  forecast: z.nullable(z.object({ low: z.number(), mid: z.number(), high: z.number() })),
  notes: z.array(z.string()),
})

const series = z.object({
  snapshot: z.string(),
  asOf: z.string(),
  reason: z.nullable(reason),
  rows: z.array(seriesRow),
})

export type Session = z.infer<typeof session>
export type Indicator = z.infer<typeof indicator>
export type Plan = z.infer<typeof planHead> & { indicators: Indicator[] }
export type Snapshot = z.infer<typeof snapshot>
export type Region = z.infer<typeof region>
type Level = z.infer<typeof level>
export type Reason = z.infer<typeof reason>
export type Elapsed = z.infer<typeof elapsed>
export type Status = z.infer<typeof status>
export type ProgressRow = z.infer<typeof progressRow>
export type SeriesRow = z.infer<typeof seriesRow>
export type Progress = z.infer<typeof progress>
export type Series = z.infer<typeof series>

/** What the server refused, in its own words; `status` 0 means that it was not reached. */
export class ApiError extends Error {
  readonly status: number
  readonly code: string

  constructor(status: number, code: string, message: string) {
    super(message)
    this.status = status
    this.code = code
  }
}

const problem = z.object({ code: z.optional(z.string()), detail: z.optional(z.string()) })

/** What a refused answer says, in the server's words. */
export async function refusal(response: Response): Promise<ApiError> {
  const body: unknown = await response.json().catch(() => ({}))
  const read = problem.safeParse(body)
  const { code, detail } = read.success ? read.data : {}
  return new ApiError(response.status, code ?? `http_${response.status}`, detail ?? '')
}

/** Throws ApiError with what the server said; status 0 where it was not reached. */
export async function send(path: string, init: RequestInit = {}): Promise<Response> {
  const response = await fetch(path, { credentials: 'same-origin', ...init }).catch(
    (cause: unknown) => {
      if (init.signal?.aborted) throw cause
      throw new ApiError(0, 'unreachable', '')
    },
  )
  if (!response.ok) throw await refusal(response)
  return response
}

/** The answer, checked for its shape. Throws ApiError. */
export async function get<T>(
  shape: z.ZodMiniType<T>,
  path: string,
  signal?: AbortSignal,
): Promise<T> {
  const response = await send(path, signal ? { signal } : {})
  const read = shape.safeParse(await response.json())
  if (read.success) return read.data
  const where = read.error.issues[0]?.path.join('.') ?? ''
  throw new ApiError(200, 'unexpected_answer', `${path}: ${where}`)
}

export function query(parts: Record<string, string | null>): string {
  const kept = Object.entries(parts).filter((part): part is [string, string] => part[1] !== null)
  return new URLSearchParams(kept).toString()
}

export function fetchSession(signal?: AbortSignal): Promise<Session> {
  return get(session, '/api/session', signal)
}

export async function signIn(user: string, password: string): Promise<Session> {
  const response = await send('/api/session', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ user, password }),
  })
  return session.parse(await response.json())
}

/** The session with as long again before it ends. */
export async function extendSession(): Promise<Session> {
  const response = await send('/api/session/extension', { method: 'POST' })
  return session.parse(await response.json())
}

export async function signOut(): Promise<void> {
  await send('/api/session', { method: 'DELETE' })
}

async function fetchIndicators(planCode: string, published: string, signal?: AbortSignal) {
  const shape = z.object({ indicators: z.array(indicator) })
  const path = `/api/plans/${encodeURIComponent(planCode)}/indicators?${query({ snapshot: published })}`
  return (await get(shape, path, signal)).indicators
}

/** Every plan with its indicators, in the documents' order. */
export async function fetchCatalogue(published: string, signal?: AbortSignal): Promise<Plan[]> {
  const shape = z.object({ plans: z.array(planHead) })
  const { plans } = await get(shape, `/api/plans?${query({ snapshot: published })}`, signal)
  const lists = plans.map(({ plan }) => fetchIndicators(plan, published, signal))
  const indicators = await Promise.all(lists)
  return plans.map((head, index) => ({ ...head, indicators: indicators[index] ?? [] }))
}

export interface Snapshots {
  /** The dataset in use, or null before the first is published. */
  current: Snapshot | null
  /** All that are kept, the newest first. */
  all: Snapshot[]
}

export async function fetchSnapshots(signal?: AbortSignal): Promise<Snapshots> {
  const shape = z.object({ current: z.nullable(z.string()), snapshots: z.array(snapshot) })
  const { current, snapshots: all } = await get(shape, '/api/snapshots', signal)
  return { current: all.find(({ id }) => id === current) ?? null, all }
}

export interface RegionQuestion {
  region: string
  asOf: string
  snapshot: string
}

export function fetchRegion(ask: RegionQuestion, signal?: AbortSignal): Promise<Region> {
  const { region: code, ...rest } = ask
  return get(region, `/api/regions/${encodeURIComponent(code)}?${query(rest)}`, signal)
}

export interface ProgressQuestion {
  plan: string
  region: string
  level: Level | 'self'
  asOf: string
  snapshot: string
}

export function fetchProgress(ask: ProgressQuestion, signal?: AbortSignal): Promise<Progress> {
  return get(progress, `/api/progress?${query({ ...ask })}`, signal)
}

export interface SeriesQuestion {
  plan: string
  indicator: string
  region: string
  asOf: string
  snapshot: string
}

export function fetchSeries(ask: SeriesQuestion, signal?: AbortSignal): Promise<Series> {
  return get(series, `/api/series?${query({ ...ask })}`, signal)
}
