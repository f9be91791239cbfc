import * as z from 'zod/mini'
import { get, query } from './api.ts'

/** The part of the HTTP interface that finds regions and indicators by name or pinyin. */

const words = z.object({ zh: z.string(), en: z.string() })

const region = z.object({
  code: z.string(),
  name: z.string(),
  path: z.array(z.object({ code: z.string(), name: z.string() })),
  access: z.enum(['granted', 'refused']),
})

const indicator = z.object({ plan: z.string(), planName: words, code: z.string(), name: words })

const found = z.object({ regions: z.array(region), indicators: z.array(indicator) })

export type FoundRegion = z.infer<typeof region>
export type FoundIndicator = z.infer<typeof indicator>
export type Found = z.infer<typeof found>

interface SearchQuestion {
  q: string
  /** Null for the snapshot's own day. */
  asOf: string | null
}

export function fetchFound(ask: SearchQuestion, signal?: AbortSignal): Promise<Found> {
  return get(found, `/api/search?${query({ ...ask })}`, signal)
}
