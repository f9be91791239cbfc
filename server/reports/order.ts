import { z } from 'zod'

const REPORT_KINDS = ['quarterly', 'yearly', 'midterm', 'final'] as const

/** Which report of which region, as of which day, from which snapshot. */
export const reportOrder = z.strictObject({
  kind: z.enum(REPORT_KINDS),
  plan: z.string().min(1).max(40),
  region: z.string().regex(/^(000000|[1-9]\d0000)$/),
  asOf: z.iso.date().refine((day) => day >= '2015-01-01' && day <= '2030-12-31'),
  snapshot: z.string().min(1).max(80),
})

const passage = z.string().max(20_000)

/** What the evaluator writes beside the figures. */
export const reportTexts = z.strictObject({
  problems: passage,
  causes: passage,
  suggestions: passage,
})

/** 3,000 characters is what the statistics rules give a report. */
export const DEFAULT_LIMIT = 3000

export type ReportOrder = z.infer<typeof reportOrder>
export type ReportKind = ReportOrder['kind']
export type ReportTexts = z.infer<typeof reportTexts>
