import type { GapLine } from '../api-region.ts'

/** Whether a quarter of the past brought what every quarter now must bring. */
export function everReached({ neededPerQuarter, bestQuarter }: GapLine): 'yes' | 'no' | 'unknown' {
  if (neededPerQuarter === null || bestQuarter === null) return 'unknown'
  return bestQuarter.value >= neededPerQuarter ? 'yes' : 'no'
}
