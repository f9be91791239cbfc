import * as z from 'zod/mini'
import { get, query, reason } from './api.ts'
import { file } from './api-evidence.ts'

/** The part of the HTTP interface that says what changed between two days. */

const number = z.nullable(z.number())

const end = z.object({
  snapshot: z.string(),
  day: z.string(),
  actual: number,
  numerator: number,
  denominator: number,
  target: number,
  expected: number,
  reason: z.nullable(reason),
})

const line = z.object({
  kind: z.string(),
  region: z.string(),
  regionName: z.string(),
  actual: z.number(),
  numerator: z.number(),
  denominator: number,
})

const cause = z.object({
  kind: z.string(),
  actual: z.number(),
  numerator: z.number(),
  denominator: number,
  target: z.number(),
  expected: z.number(),
})

const bridge = z.object({
  indicator: z.string(),
  region: z.string(),
  from: end,
  to: end,
  change: number,
  /** The lines added up by cause. */
  causes: z.array(cause),
  lines: z.array(line),
  /** By which the two datasets differ, of those that the reader may see. */
  files: z.object({
    units: z.object({ due: z.number(), readable: z.number() }),
    removed: z.array(file),
    added: z.array(file),
  }),
})

export type BridgeEnd = z.infer<typeof end>
export type BridgeLine = z.infer<typeof line>
export type Bridge = z.infer<typeof bridge>

export interface BridgeQuestion {
  plan: string
  indicator: string
  region: string
  from: string
  to: string
  snapshot: string
  /** The dataset of the first day, where it is another. */
  fromSnapshot?: string
}

export function fetchBridge(ask: BridgeQuestion, signal?: AbortSignal): Promise<Bridge> {
  return get(bridge, `/api/bridge?${query({ ...ask })}`, signal)
}
