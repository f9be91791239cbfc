import type { Indicator } from '../progress/plan.ts'

/** The extracts whose rows a view's measures are counted from, the deciding one apart. */
const read: Record<string, string[]> = {
  training: ['registration'],
  employment: ['registration'],
  person_rates: ['registration'],
  staff_training: ['registration'],
  graduates: ['registration'],
  register_entries: ['population'],
  households: ['registration'],
  placement: ['registration'],
  levy: ['placement'],
  conversion: ['registration', 'employment'],
  stability: ['registration', 'training'],
  satisfaction: ['registration'],
  duplicates: ['registration'],
}

/** From whose files the indicator is counted: first the extract that decides whether there are data. */
export function extractsOf({ extract, members }: Pick<Indicator, 'extract' | 'members'>): string[] {
  return [...new Set([extract, ...(read[members.view] ?? [])])]
}
