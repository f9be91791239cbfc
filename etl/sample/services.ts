import { data_end, plan_start, quarterOf } from './days.ts'
import { certificateOf, type Person } from './person.ts'
import { codeAt } from './places.ts'
import type { World } from './world.ts'

const kinds = ['职业介绍', '职业指导', '职业能力评估', '创业指导', '岗位支持'] as const
const weights = [0.4, 0.36, 0.14, 0.06, 0.04]

/** About half of those who want work have been served, once or more. */
export function sendServices(world: World, person: Person): void {
  const { random, out } = world
  if (person.wantsWork !== true) return
  for (let share = 0.46; random.chance(share); share = 0.2) {
    const day = random.whole(Math.max(plan_start, person.registered), data_end)
    const kind = random.weighted(kinds, weights)
    const office = `FW${codeAt(person.place, 0)}01`
    const cells = [world.recordNumber('S'), certificateOf(person), kind, day, office, '']
    out.add('service', quarterOf(day), cells)
  }
}
