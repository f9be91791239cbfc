import type { Day } from './days.ts'
import { registrationOn } from './people.ts'
import { validPosts } from './posts.ts'
import type { Tally } from './tally.ts'
import type { World } from './world.ts'

/** Rules, Levy: L13, every row of a person placed in two or more provinces, where it lies. */
export function countTwiceDeclared(world: World, day: Day, tally: Tally): void {
  const leaves = new Map<string, string[]>()
  for (const { unit, region, person, isSoldier } of validPosts(world, day)) {
    if (!isSoldier && !registrationOn(world.people.get(person), day)) continue
    const leaf = world.regions.leafOf(unit, region, day)
    leaves.set(person, [...(leaves.get(person) ?? []), leaf])
  }
  for (const found of leaves.values()) {
    const provinces = new Set(found.map((leaf) => world.regions.provinceOf(leaf, day)))
    if (provinces.size > 1) for (const leaf of found) tally.add(leaf, 1)
  }
}
