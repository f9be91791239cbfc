import type { Member, MetricsRow } from '../api-metrics.ts'
import { foremost } from '../foremost.ts'
import { shortName } from './cube-query.ts'
import type { Question } from './address.ts'

/** An answer with what was asked. */
export interface Answer {
  question: Question
  rows: MetricsRow[]
}

interface Changed {
  row: MetricsRow
  before: number
  now: number
}

function isAskedAlike({ question: a }: Answer, { question: b }: Answer): boolean {
  const parts = ({ view, measures, dimensions }: Question) => [view, measures, dimensions]
  return JSON.stringify(parts(a)) === JSON.stringify(parts(b))
}

/** Of two answers to one question under other filters: the row whose value changed most; null where none did, or several alike. */
export function mostChanged(
  before: Answer,
  now: Answer,
  measure: string,
  dimensions: Member[],
): Changed | null {
  if (!isAskedAlike(before, now)) return null
  const keyOf = (row: MetricsRow) => JSON.stringify(dimensions.map(({ name }) => row[name]))
  const numberOf = (row: MetricsRow | undefined) => {
    const cell = row?.[measure] ?? null
    return cell === null ? null : Number(cell)
  }
  const was = new Map(before.rows.map((row) => [keyOf(row), row]))
  const changed = now.rows.flatMap((row) => {
    const [from, to] = [numberOf(was.get(keyOf(row))), numberOf(row)]
    return from === null || to === null || from === to ? [] : [{ row, before: from, now: to }]
  })
  const [most, ...ties] = foremost(changed, (one) => -Math.abs(one.now - one.before)).named
  return ties.length > 0 ? null : (most ?? null)
}

/** The members that a question names, in its order. */
export function named(members: Member[], names: string[]): Member[] {
  return names.flatMap((name) => members.find((one) => shortName(one.name) === name) ?? [])
}
