import criteria from './criteria.json'

type Support = 'supports' | 'partly' | 'not_applicable'

/** A success criterion of WCAG 2.2, how far it is met, and the test that shows it. */
export interface Criterion {
  number: string
  level: string
  state: Support
  evidence?: string
}

export const CRITERIA = criteria as Criterion[]

/** How many are met and how far: of all, or of those whose number begins so. */
export function countsOf(principle = ''): Record<'supports' | 'partly' | 'notApplicable', number> {
  const count = (state: Support) =>
    CRITERIA.filter((one) => one.number.startsWith(principle) && one.state === state).length
  return {
    supports: count('supports'),
    partly: count('partly'),
    notApplicable: count('not_applicable'),
  }
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
