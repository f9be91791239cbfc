import { z } from 'zod'

const day = z.iso.date()
const amount = z.number().nullable()

/** What an evaluator decides of a notice; the figures are counted. */
export const noticeOrder = z.strictObject({
  region: z.string().regex(/^(000000|[1-9]\d0000)$/),
  year: z.number().int().min(2015).max(2030),
  /** The five working days, as the evaluator has checked them. */
  days: z.array(day).length(5),
  objections: z.string().min(5).max(500),
  snapshot: z.string().optional(),
})

export const notice = z.object({
  form: z.literal(1),
  id: z.string().regex(/^[\w-]{1,60}$/),
  region: z.string(),
  regionName: z.string(),
  year: z.number(),
  days: z.array(day),
  objections: z.string(),
  snapshot: z.string(),
  ruleVersion: z.string(),
  /** The demonstration's scale (1 : ratio); null of real data. */
  ratio: z.number().nullable(),
  basis: z.object({ document: z.string(), place: z.string(), quote: z.string() }),
  income: amount,
  items: z.array(z.object({ item: z.string(), amount: z.number() })),
  spending: amount,
  /** Persons placed; null with `hidden` is 不予公开, null without is 无数据. */
  placed: z.object({ count: amount, hidden: z.boolean() }),
  regions: z.array(
    z.object({ code: z.string(), name: z.string(), count: amount, hidden: z.boolean() }),
  ),
  madeBy: z.string(),
  madeAt: z.string(),
  publishedAt: z.string().nullable(),
})

/** A public notice (公示) as it was made; published or not. */
export type Notice = z.infer<typeof notice>
export type NoticeOrder = z.infer<typeof noticeOrder>
