import type { Indicator, Plan, Region, Snapshot } from '../api.ts'
import { viewAddress, type View } from '../view.ts'

/** All that a panel needs to know about what is looked at. */
export interface Scene {
  snapshot: Snapshot
  plans: Plan[]
  plan: Plan
  indicator: Indicator
  region: Region
  asOf: string
  /** The statuses that the list is narrowed to; empty for all. */
  filter: string[]
  /** The region's own figures are there (or refused): the other panels may ask for theirs. */
  ready: boolean
  /** The address of this view with something changed. */
  link: (change: Partial<View>) => string
}

/** An as-of day that was not chosen stays out of the address, so that the view follows the data. */
export function sceneLink(view: View, scene: Pick<Scene, 'plan' | 'region' | 'indicator'>) {
  return (change: Partial<View>): string =>
    viewAddress({
      plan: scene.plan.plan,
      region: scene.region.code,
      indicator: scene.indicator.code,
      asOf: view.asOf,
      status: view.status ?? null,
      snapshot: view.snapshot ?? null,
      ...change,
    })
}

/** The units listed under a region, or, where it has none, the region's own siblings. */
export function listedUnits(region: Region): { region: string; level: Region['level'] } {
  if (region.childLevel !== null) return { region: region.code, level: region.childLevel }
  const parent = region.path.at(-2)
  return { region: parent?.code ?? region.code, level: region.level }
}
