import { Problem } from '../problem.ts'
import type { ReportRecord, ReportState } from './record.ts'

const next: Record<ReportState, ReportState[]> = {
  draft: ['under_review'],
  under_review: ['approved', 'draft'],
  approved: ['locked', 'draft'],
  locked: [],
}

/** Where the report may go from here, for this person. */
export function stepsFrom(record: ReportRecord, user: string, evaluators: string[]): ReportState[] {
  return next[record.state].filter(
    (to) => to !== 'approved' || mayApprove(record, user, evaluators),
  )
}

/** Who wrote does not review, unless there is no other evaluator to do it. */
function mayApprove({ author }: ReportRecord, user: string, evaluators: string[]): boolean {
  return user !== author || evaluators.every((one) => one === author)
}

/** The record after the step. Throws Problem 409 wrong_step or 403 own_review. */
export function stepped(
  record: ReportRecord,
  { to, user, at, evaluators }: { to: ReportState; user: string; at: string; evaluators: string[] },
): ReportRecord {
  if (!next[record.state].includes(to))
    throw new Problem(409, 'wrong_step', '报告现在的状态不能这样改，请刷新页面后再试。')
  if (!stepsFrom(record, user, evaluators).includes(to))
    throw new Problem(403, 'own_review', '审核人不能是编写人，请由另一名评估人员审核。')
  const alone = to === 'approved' && user === record.author
  const history = [...record.history, { at, user, to, alone }]
  return { ...record, state: to, history, revision: record.revision + 1 }
}
