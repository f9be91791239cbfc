import type { Level } from './plan.ts'
import type { Counted } from './roll-up.ts'
import type { Reason } from './status.ts'

export type Asked = {
  level: Level
  levels: Level[]
  inScope: boolean
  counted: Counted | null
}

/**
 * Why a row has no value, in this order: level and scope (not_applicable), then whether the region
 * has data (no_data), then the denominator (0: not_applicable); null where it has one.
 * Example: a district's B4 is not_applicable because it has no unit to cover, unless its province
 * never reported institutions: then it is no_data.
 */
export function reasonOf({ level, levels, inScope, counted }: Asked): Reason | null {
  if (!levels.includes(level) || !inScope) return 'not_applicable'
  if (counted === null) return 'no_data'
  return counted.denominator === 0 ? 'not_applicable' : null
}
