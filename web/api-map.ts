import * as z from 'zod/mini'
import { get } from './api.ts'

/** The part of the HTTP interface that the map asks. */

const tile = z.object({
  code: z.string(),
  short: z.string(),
  col: z.number(),
  row: z.number(),
  dashed: z.boolean(),
})

const shape = z.object({
  code: z.nullable(z.string()),
  path: z.string(),
  at: z.tuple([z.number(), z.number()]),
})

const ownMap = z.object({
  approvalNumber: z.string(),
  width: z.number(),
  height: z.number(),
  shapes: z.array(shape),
})

const countryMap = z.object({ tiles: z.array(tile), own: z.nullable(ownMap) })

export type Tile = z.infer<typeof tile>
type CountryMap = z.infer<typeof countryMap>
export type OwnMap = z.infer<typeof ownMap>

/** The tiles of the units, and the operator's own map where there is one. */
export function fetchMap(signal?: AbortSignal): Promise<CountryMap> {
  return get(countryMap, '/api/map', signal)
}
