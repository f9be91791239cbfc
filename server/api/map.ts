import { Router } from 'express'
import { z } from 'zod'
import type { Deps } from '../deps.ts'
import type { OwnMap } from '../own-map/read.ts'

const yesNo = z.union([z.boolean(), z.enum(['yes', 'no']).transform((text) => text === 'yes')])

const tile = z.object({
  code: z.string(),
  short: z.string(),
  col: z.coerce.number().int(),
  row: z.coerce.number().int(),
  dashed: yesNo,
})

/**
 * GET /api/map: the tile grid of the province-level units, as published with the snapshot, and the map
 * that the operator has put in its place.
 */
export function mapRouter({ snapshots }: Deps, own: OwnMap | null): Router {
  return Router().get('/api/map', (_request, response) => {
    const { id, manifest } = snapshots.get()
    response.json({ snapshot: id, tiles: z.array(tile).parse(manifest.tileGrid), own })
  })
}
