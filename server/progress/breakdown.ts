import { withoutNoise } from './roll-up.ts'

/** What a region's target is set against: the target of one region below it; null where it has none. */
export type Part = { region: string; regionName: string; value: number | null }

/** Over- or unassigned stands in the region itself: its target minus those below it; below 0 if over. */
type Breakdown = {
  sum: number
  withTarget: number
  remainder: { kind: 'unassigned' | 'over_assigned'; value: number } | null
}

/**
 * A count's target beside the sum of those of the level below; remainder = target − sum, null where
 * they agree or the region has no target. Null where nothing is broken down.
 * Example: 1,000 over 600 and 300 → sum 900, unassigned 100; over 600 and 450 → over_assigned −50.
 */
export function breakdownOf(target: number | null, parts: Part[]): Breakdown | null {
  const values = parts.map(({ value }) => value).filter((value) => value !== null)
  if (values.length === 0) return null
  const sum = withoutNoise(values.reduce((total, value) => total + value, 0))
  const left = target === null ? 0 : withoutNoise(target - sum)
  const kind = left > 0 ? ('unassigned' as const) : ('over_assigned' as const)
  const remainder = left === 0 ? null : { kind, value: left }
  return { sum, withTarget: values.length, remainder }
}
