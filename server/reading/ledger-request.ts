import { z } from 'zod'
import { code, day, progress, read } from './request.ts'

const { plan, region, level, asOf, snapshot } = progress.shape

const bridge = z.strictObject({
  plan,
  indicator: code,
  region,
  from: day,
  to: day.optional(),
  snapshot,
  fromSnapshot: snapshot,
})

const gap = z
  .strictObject({
    plan,
    indicator: code,
    region,
    level: level.unwrap().exclude(['self']).optional(),
    asOf,
    snapshot,
    share: z.coerce.number().gt(0).max(1).optional(),
    top: z.coerce.number().int().min(1).max(4000).optional(),
  })
  .refine(({ share, top }) => share === undefined || top === undefined, { path: ['share'] })

export type BridgeRequest = z.infer<typeof bridge>
export type GapRequest = z.infer<typeof gap>

/** These throw Problem 400 bad_request, naming the parameter and what it may be. */
export function readBridgeRequest(query: unknown): BridgeRequest {
  return read(bridge, query)
}

export function readGapRequest(query: unknown): GapRequest {
  return read(gap, query)
}
