import criteria from './criteria.json'

export type Support = 'supports' | 'partly' | 'not_applicable'

/** A success criterion of WCAG 2.2, how far it is met, and the test that shows it. */
export interface Criterion {
  number: string
  level: string
  state: Support
  evidence?: string
}

export const CRITERIA = criteria as Criterion[]

export function countOf(state: Support): number {
  return CRITERIA.filter((criterion) => criterion.state === state).length
}

/** The key of its name among the messages: points there tell levels apart. */
export function criterionKey({ number }: Criterion): string {
  return number.replaceAll('.', '_')
}

/** Why a criterion is not fully supported, as the key of the words; null where it is. */
export function reasonKey(criterion: Criterion): string | null {
  if (criterion.state === 'supports') return null
  return criterion.state === 'partly' ? criterionKey(criterion) : 'media'
}
