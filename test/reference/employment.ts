import type { Day } from './days.ts'
import type { World } from './world.ts'

/** Rules, Time: a spell is open from 开始日期 to 结束日期, both included. */
export function isEmployed(world: World, person: string, day: Day): boolean {
  const spells = world.spells.get(person) ?? []
  return spells.some((spell) => spell.startedOn <= day && day <= spell.endedOn)
}
