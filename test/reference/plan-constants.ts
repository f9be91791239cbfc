/** What the documents and the counting rules fix, written out once more by another hand. */
export const planStart = '2016-01-01'
export const planEnd = '2020-12-31'
/** The three-year action. */
export const actionStart = '2022-01-01'
export const actionEnd = '2024-12-31'

/** Every indicator with the extract it is counted from. */
export const extractCountedFrom = {
  A1: 'training',
  A2: 'employment',
  A3: 'training',
  A4: 'service',
  B1: 'levy_filing',
  B2: 'levy_filing',
  B3: 'institution',
  B4: 'institution',
  B5: 'training',
  B6: 'training',
  B7: 'training',
  B8: 'training',
  B9: 'institution',
  B10: 'institution',
  B11: 'training',
  C1: 'employment',
  C2: 'registration',
  C3: 'registration',
  C4: 'employment',
  C5: 'training',
  C6: 'institution',
  C7: 'employment',
  M1: 'milestone',
  M2: 'milestone',
  M3: 'milestone',
  M4: 'milestone',
  M5: 'milestone',
  M6: 'milestone',
  L1: 'placement',
  L2: 'levy_ledger',
  L3: 'levy_ledger',
  L4: 'levy_ledger',
  L5: 'levy_ledger',
  L6: 'levy_filing',
  L7: 'levy_filing',
  L8: 'levy_filing',
  L9: 'levy_filing',
  L10: 'training',
  L11: 'employment',
  L12: 'training',
  L13: 'placement',
  L14: 'milestone',
  L15: 'levy_filing',
  T1: 'employment',
  T2: 'service',
  T3: 'service',
} as const

export type Indicator = keyof typeof extractCountedFrom

/** Those not broken down to every level: the lowest that has them, below the nation. */
const lowestLevels: Partial<Record<Indicator, 'province' | 'prefecture'>> = {
  B1: 'province',
  B2: 'prefecture',
  B5: 'province',
  B6: 'prefecture',
  B7: 'prefecture',
  B8: 'province',
  B9: 'province',
  B10: 'province',
  C5: 'province',
  C6: 'prefecture',
  L13: 'province',
}

/** The plan whose line it is, and the day on which that begins. */
export function planOf(indicator: Indicator): { plan: string; start: string } {
  if (indicator.startsWith('L')) return { plan: 'levy-2020', start: '2020-01-01' }
  if (indicator.startsWith('T')) return { plan: 'three-year-2022', start: actionStart }
  return { plan: '13-5', start: planStart }
}

export function isMilestone(indicator: Indicator): boolean {
  return extractCountedFrom[indicator] === 'milestone'
}

export function levelsOf(indicator: Indicator): string[] {
  const lowest = isMilestone(indicator) ? 'province' : (lowestLevels[indicator] ?? 'county')
  const levels = ['nation', 'province', 'prefecture', 'county']
  return levels.slice(0, levels.indexOf(lowest) + 1)
}

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
  const ratios = ['A4', 'B1', 'B2', 'B3', 'B4', 'B11', 'C1', 'C2', 'C3', 'C4', 'C6', 'C7']
  const levyRatios = ['L2', 'L5', 'L6', 'L9', 'L10', 'L11', 'L12']
  const actionRatios = ['T2', 'T3']
  return isMilestone(indicator) || [...ratios, ...levyRatios, ...actionRatios].includes(indicator)
}
