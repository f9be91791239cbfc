import { z } from 'zod'
import { reportOrder, reportTexts } from './order.ts'

/** In this order; each step is somebody's decision. */
export const REPORT_STATES = ['draft', 'under_review', 'approved', 'locked'] as const

const state = z.enum(REPORT_STATES)

const step = z.object({
  at: z.string(),
  user: z.string(),
  to: state,
  /** Reviewed by its own author, because there was nobody else. */
  alone: z.boolean(),
})

export const reportRecord = z.object({
  form: z.literal(1),
  id: z.string().regex(/^[\w-]{1,60}$/),
  order: reportOrder,
  title: z.string(),
  regionName: z.string(),
  ruleVersion: z.string(),
  demonstration: z.boolean(),
  state,
  texts: reportTexts,
  limit: z.number().int(),
  narrative: z.number().int(),
  author: z.string(),
  history: z.array(step),
  hash: z.string(),
  /** Counts every change, so that two people do not overwrite each other. */
  revision: z.number().int(),
})

/** A stored report without its figures; those lie beside it and never change. */
export type ReportRecord = z.infer<typeof reportRecord>
export type ReportState = ReportRecord['state']
