import type { Day } from './days.ts'
import type { House } from './records.ts'
import type { Tally } from './tally.ts'
import type { World } from './world.ts'

function openOn(world: World, kind: string, day: Day): House[] {
  return world.records.houses.filter(
    (house) => house.kind === kind && house.foundedOn <= day && day < house.closedOn,
  )
}

/** Rules, Indicators: B9 and B10, open on the day, whatever the 层级. */
export function countOpen(world: World, day: Day, tally: Tally, kind: string): void {
  for (const { unit, region } of openOn(world, kind, day))
    tally.add(world.regions.leafOf(unit, region, day), 1)
}

/** The provinces and prefectures with an assessment room of their own tier. */
function assessed(world: World, day: Day): Set<string> {
  const { regions } = world
  const covered = new Set<string>()
  for (const { unit, region, tier } of openOn(world, '职业能力评估室', day)) {
    const above = regions.withAbove(regions.leafOf(unit, region, day), day)
    if (tier === '省' || tier === '国家') covered.add(above.at(-2) ?? '')
    if (tier === '市') covered.add(above.at(-3) ?? '')
  }
  return covered
}

/** Rules, Indicators: C6, over the provinces and their prefectures of the day. */
export function countAssessed(world: World, day: Day, tally: Tally): void {
  const covered = assessed(world, day)
  for (const { code, level } of world.regions.unitsOn(day))
    if (level === 'province' || level === 'prefecture')
      tally.add(`${code}-self`, covered.has(code) ? 1 : 0, 1)
}
