/** What the two documents and the counting rules fix, written out once more by another hand. */
export const planStart = '2016-01-01'
export const planEnd = '2020-12-31'

export const indicators = ['A1', 'A2', 'A3', 'B3', 'B4', 'C1', 'L1'] as const
export type Indicator = (typeof indicators)[number]

export const extractCountedFrom = {
  A1: 'training',
  A2: 'employment',
  A3: 'training',
  B3: 'institution',
  B4: 'institution',
  C1: 'employment',
  L1: 'placement',
} as const satisfies Record<Indicator, string>

export const deadlines: Partial<Record<Indicator, string>> = {
  A1: planEnd,
  A2: planEnd,
  A3: planEnd,
  B3: '2017-12-31',
  B4: planEnd,
}

/** The statistics bureau's central six and western twelve, and the corps. */
export const centralAndWestern = { scheme: 'nbs', groups: ['中部', '西部'] }

/** Counts of people carry no denominator; the others are ratios of sums. */
export function isRatio(indicator: Indicator): boolean {
  return ['B3', 'B4', 'C1'].includes(indicator)
}
