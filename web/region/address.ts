import { useSearchParams } from 'react-router'

/** What the address says of a region page; null means the default of the session or the data. */
export interface Asked {
  plan: string | null
  region: string | null
  indicator: string | null
  asOf: string | null
  level: string | null
  /** The peer group that a province is ranked in. */
  peers: string | null
  /** By which attribute persons are told apart. */
  by: string | null
  /** Which persons are counted: `sex:女,household:城镇`. */
  persons: string | null
  /** The dataset, where it is not the current one. */
  snapshot: string | null
  /** What the page of differences starts from. */
  from: string | null
  fromSnapshot: string | null
}

const KEYS = [
  'plan',
  'region',
  'indicator',
  'asOf',
  'level',
  'peers',
  'by',
  'persons',
  'snapshot',
  'from',
  'fromSnapshot',
] as const

export function useAsked(): Asked {
  const [search] = useSearchParams()
  return Object.fromEntries(KEYS.map((key) => [key, search.get(key)])) as Record<
    (typeof KEYS)[number],
    string | null
  >
}

/** The pages that look at one region and share what their addresses say. */
export type RegionPath =
  '/region' | '/training' | '/levy' | '/services' | '/evidence' | '/difference'

/** The address of such a page with something changed; what is null stays out of it. */
export function regionAddress(
  asked: Asked,
  change: Partial<Asked>,
  path: RegionPath = '/region',
): string {
  const search = new URLSearchParams()
  const whole = { ...asked, ...change }
  for (const key of KEYS) {
    const value = whole[key]
    if (value !== null) search.set(key, value)
  }
  return `${path}?${search.toString()}`
}
