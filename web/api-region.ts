import * as z from 'zod/mini'
import { get, query, send, type ProgressQuestion, type Reason, type Status } from './api.ts'

/** The part of the HTTP interface that the region pages ask: matrix, ledger of the gap, ranks. */

const number = z.nullable(z.number())

const rank = z.nullable(
  z.object({ rank: z.number(), low: z.number(), high: z.number(), of: z.number() }),
)

const scoreboard = z.object({
  region: z.string(),
  regionName: z.string(),
  groups: z.array(z.string()),
  group: z.nullable(z.string()),
  ranks: z.array(z.object({ indicator: z.string(), all: rank, peers: rank })),
})

const gapLine = z.object({
  kind: z.enum(['region', 'unassigned', 'over_assigned']),
  region: z.string(),
  regionName: z.string(),
  due: number,
  reached: number,
  shortfall: z.number(),
  share: number,
  cumulativeShare: number,
  neededPerQuarter: number,
  bestQuarter: z.nullable(z.object({ quarter: z.string(), value: z.number() })),
})

const gap = z.object({
  level: z.string(),
  totals: z.object({ gross: z.number() }),
  lines: z.array(gapLine),
})

export type Rank = z.infer<typeof rank>
export type Scoreboard = z.infer<typeof scoreboard>
export type GapLine = z.infer<typeof gapLine>
export type Gap = z.infer<typeof gap>

/** One cell of the matrix. */
export interface Cell {
  status: Status | null
  reason: Reason | null
  actual: number | null
  completionPercent: number | null
}

/** Regions × indicators; the cells of a region stand in the order of `indicators`. */
export interface Matrix {
  indicators: string[]
  regions: { code: string; name: string; cells: (Cell | undefined)[] }[]
}

export interface PlaceQuestion {
  plan: string
  region: string
  asOf: string
  snapshot: string
}

export interface ScoreboardQuestion extends PlaceQuestion {
  /** The peer group; the region's own where it is null. */
  group: string | null
}

export function fetchScoreboard(
  ask: ScoreboardQuestion,
  signal?: AbortSignal,
): Promise<Scoreboard> {
  return get(scoreboard, `/api/scoreboard?${query({ ...ask })}`, signal)
}

export interface GapQuestion extends PlaceQuestion {
  indicator: string
  level: string | null
}

export function fetchGap(ask: GapQuestion, signal?: AbortSignal): Promise<Gap> {
  return get(gap, `/api/gap?${query({ ...ask })}`, signal)
}

/** All regions of a level at once, as Arrow: the reader is loaded only when it is needed. */
export async function fetchMatrix(ask: ProgressQuestion, signal?: AbortSignal): Promise<Matrix> {
  const path = `/api/progress?${query({ ...ask, format: 'arrow' })}`
  const [{ tableFromIPC }, response] = await Promise.all([
    import('apache-arrow'),
    send(path, signal ? { signal } : {}),
  ])
  const table = tableFromIPC(new Uint8Array(await response.arrayBuffer()))
  const column = (name: string) => {
    const vector = table.getChild(name)
    return (at: number): unknown => vector?.get(at) ?? null
  }
  const [indicator, region, regionName] = ['indicator', 'region', 'regionName'].map(column)
  const [status, reason, actual, completion] = [
    'status',
    'reason',
    'actual',
    'completionPercent',
  ].map(column)
  const places = new Map<string, number>()
  const regions = new Map<string, Matrix['regions'][number]>()
  for (let at = 0; at < table.numRows; at += 1) {
    const code = String(indicator?.(at))
    const place = places.get(code) ?? places.size
    places.set(code, place)
    const owner = String(region?.(at))
    const row = regions.get(owner) ?? { code: owner, name: String(regionName?.(at)), cells: [] }
    regions.set(owner, row)
    row.cells[place] = {
      status: status?.(at) as Status | null,
      reason: reason?.(at) as Reason | null,
      actual: actual?.(at) as number | null,
      completionPercent: completion?.(at) as number | null,
    }
  }
  return { indicators: [...places.keys()], regions: [...regions.values()] }
}
