import { Router } from 'express'
import { z } from 'zod'
import type { Deps } from '../deps.ts'

const yesNo = z.union([z.boolean(), z.enum(['yes', 'no']).transform((text) => text === 'yes')])

const tile = z.object({
  code: z.string(),
  short: z.string(),
  col: z.coerce.number().int(),
  row: z.coerce.number().int(),
  dashed: yesNo,
})

/** GET /api/map: the tile grid of the province-level units, as published with the snapshot. */
export function mapRouter({ snapshots }: Deps): Router {
  return Router().get('/api/map', (_request, response) => {
    const { id, manifest } = snapshots.get()
    response.json({ snapshot: id, tiles: z.array(tile).parse(manifest.tileGrid) })
  })
}
