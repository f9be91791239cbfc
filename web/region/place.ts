import type { Indicator, Plan, Region, Snapshot } from '../api.ts'
import type { PlaceQuestion } from '../api-region.ts'
import type { Scene } from '../overview/scene.ts'
import type { Asked, RegionPath } from './address.ts'

/** All that a panel of the region page needs to know about what is looked at. */
export interface Place {
  snapshot: Snapshot
  plans: Plan[]
  plan: Plan
  indicator: Indicator
  region: Region
  asOf: string
  /** The peer group chosen; null for the region's own. */
  peers: string | null
  /** The address of this page, or of another about the region, with something changed. */
  link: (change: Partial<Asked>, path?: RegionPath) => string
}

export function questionOf({ plan, region, asOf, snapshot }: Place): PlaceQuestion {
  return { plan: plan.plan, region: region.code, asOf, snapshot: snapshot.id }
}

/** Whom a question may be put to: a county or prefecture, not what falls on a region itself. */
export function isAnswerable({ code, level }: Pick<Region, 'code' | 'level'>): boolean {
  if (code.endsWith('-self')) return false
  return level === 'county' || (level === 'prefecture' && !code.endsWith('9000'))
}

/** The same for the panels of the overview; their links stay on this page. */
export function sceneOf(place: Place): Scene {
  const kept = ['plan', 'region', 'indicator', 'asOf'] as const
  return {
    ...place,
    filter: [],
    ready: true,
    link: (change) =>
      place.link(
        Object.fromEntries(
          kept.flatMap((key) => (change[key] === undefined ? [] : [[key, change[key]]])),
        ),
      ),
  }
}
