import type { TFunction } from 'i18next'
import type { QuarterCount, QuarterState, SubmittingUnit, UnitQuarter } from '../api-submissions.ts'
import { formatQuarter } from '../format.ts'

export const NATION = '000000'

const CONCERNS: readonly QuarterState[] = ['missing', 'late', 'refused', 'partly_refused']
const NAMED = 5

function concern(t: TFunction, language: string, state: QuarterState, units: string[]): string {
  const words = t(`submissions.count.${state}`, { count: units.length })
  if (units.length > NAMED) return words
  const names = new Intl.ListFormat(language, { type: 'conjunction' }).format(units)
  return t('submissions.named', { words, names })
}

/** How many of the units due have sent the quarter, and which have not or not wholly. */
export function quarterSentence(
  t: TFunction,
  language: string,
  count: QuarterCount,
  units: SubmittingUnit[],
): string {
  const head = t('submissions.sentence', {
    quarter: formatQuarter(t, count.quarter),
    count: count.due,
    received: count.received + count.partly_refused,
  })
  const due = units.filter(({ code }) => code !== NATION)
  const parts = CONCERNS.flatMap((state) => {
    if (count[state] === 0) return []
    if (due.length < count.due) return [t(`submissions.count.${state}`, { count: count[state] })]
    return [concern(t, language, state, namesIn(due, count.quarter, state))]
  })
  return [head, ...parts].join(t('list.semicolon')) + t('summary.stop')
}

function namesIn(units: SubmittingUnit[], quarter: string, state: QuarterState): string[] {
  return units
    .filter((unit) => unit.quarters.some((one) => one.quarter === quarter && one.state === state))
    .map(({ name }) => name)
}

/** One cell in words, for its title: 12 files accepted, 1 refused, 3 rows quarantined. */
export function cellWords(t: TFunction, cell: UnitQuarter): string {
  if (cell.sentWith !== null)
    return t('submissions.cell.late', { quarter: formatQuarter(t, cell.sentWith) })
  if (cell.state === 'missing') return t('submissions.cell.missing')
  const parts = [t('submissions.cell.accepted', { count: cell.filesAccepted })]
  if (cell.filesRefused > 0) parts.push(t('submissions.cell.refused', { count: cell.filesRefused }))
  if (cell.rowsQuarantined > 0)
    parts.push(t('submissions.cell.quarantined', { count: cell.rowsQuarantined }))
  return parts.join(t('list.comma'))
}
