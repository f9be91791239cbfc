import { createHash } from 'node:crypto'
import type { Figure } from './figures.ts'
import type { ReportOrder, ReportTexts } from './order.ts'

/** What a report stands for, in one number: 64 hexadecimal digits. */
export function reportHash(of: {
  order: ReportOrder
  ruleVersion: string
  figures: Figure[]
  texts: ReportTexts
  limit: number
}): string {
  const { order, ruleVersion, figures, texts, limit } = of
  const { kind, plan, region, asOf, snapshot } = order
  const { problems, causes, suggestions } = texts
  const parts = [
    kind,
    plan,
    region,
    asOf,
    snapshot,
    ruleVersion,
    limit,
    problems,
    causes,
    suggestions,
  ]
  const numbers = figures.map(({ key, value }) => [key, value])
  return createHash('sha256')
    .update(JSON.stringify([parts, numbers]))
    .digest('hex')
}
