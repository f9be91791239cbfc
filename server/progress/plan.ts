import { z } from 'zod'

const words = z.object({ zh: z.string(), en: z.string() })
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
const quotation = z.object({ place: z.string(), quote: z.string() })

const indicator = z.object({
  code: z.string(),
  name: words,
  group: words,
  kind: z.enum(['cumulative', 'coverage', 'rate', 'stock', 'trend', 'milestone']),
  unit: z.enum(['persons', 'units', 'yuan', 'percent']),
  direction: z.enum(['up', 'down']),
  target: z.number().nullable(),
  /** Whom a count can reach at most: a part of another indicator of the plan. */
  reachable: z
    .object({ indicator: z.string(), part: z.enum(['numerator', 'denominator']) })
    .optional(),
  /** What the target is: a number, or the value of the same stretch of the year before. */
  compared_with: z.literal('last_year').optional(),
  starts_on: day,
  deadline: day.nullable(),
  /** The value it begins from, for a rule that measures from there; 0 where the document says none. */
  baseline: z.number().optional(),
  period: z.enum(['plan', 'year', 'quarter', 'rolling']),
  levels: z.array(z.enum(['nation', 'province', 'prefecture', 'county'])),
  scope: z.object({ scheme: z.string(), groups: z.array(z.string()) }).nullable(),
  extract: z.string(),
  interpretation: words.nullable(),
  clause: quotation,
  also_in: z.array(quotation),
  definition: words,
  members: z.object({
    view: z.string(),
    numerator: z.string(),
    denominator: z.string().nullable(),
  }),
  filters: z.record(z.string(), z.union([z.string(), z.array(z.string()).min(1)])),
  parameters: z.record(z.string(), z.unknown()),
})

/** When a training institution is kept, warned or left out: ours where the document sets no standard. */
const institutionReview = z.object({
  source: z.enum(['document', 'ours']),
  clause: quotation,
  interpretation: words,
  /** A measure over fewer is not judged. */
  minimum: z.int().min(1),
  /** A rate that fell by more than this since the year before is a warning; a fraction of 1. */
  fall: z.number(),
  measures: z.array(
    z.object({ indicator: z.string(), exit_below: z.number(), warn_below: z.number() }),
  ),
})

/** From which value of the measure a status holds; server/progress/judgement.ts says what each measures. */
const statusRule = z.object({
  measure: z.enum(['ratio', 'points', 'span', 'growth']).optional(),
  /** Expected day by day on the line, or by whole quarters. */
  curve: z.enum(['days', 'quarters']).optional(),
  on_pace: z.number(),
  watch: z.number(),
  /** Beyond it a value is above, below `away` it moves away from the target. */
  over: z.number().optional(),
  away: z.number().optional(),
  /** So many points above what is expected are 超额; 10 where the plan does not say. */
  over_points: z.number().optional(),
  judged_before_start: z.boolean(),
})

const plan = z.object({
  plan: z.string(),
  name: words,
  starts_on: day,
  ends_on: day.nullable(),
  source: words.extend({ issued_by: z.string(), issued_on: day.nullable() }),
  status_rule: statusRule,
  institution_review: institutionReview.optional(),
  indicators: z.array(indicator),
})

/** What the progress core reads of a plan file (data/plans/*.yaml). */
export type Plan = z.infer<typeof plan>
export type Indicator = z.infer<typeof indicator>
export type InstitutionReview = z.infer<typeof institutionReview>
export type StatusRule = Plan['status_rule']
export type Level = Indicator['levels'][number]

/** Checks one plan document; throws an error that names the plan, the field and what was expected. */
export function parsePlan(document: unknown): Plan {
  const parsed = plan.safeParse(document)
  if (parsed.success) return parsed.data
  throw new Error(`A plan file does not have the expected form: ${z.prettifyError(parsed.error)}`)
}

/** Whether it is set against last year's value: a trend, and a ratio whose document names no floor. */
export function comparesYears({ kind, compared_with }: Indicator): boolean {
  return kind === 'trend' || compared_with === 'last_year'
}

/** Whether the plan file's own target holds for every region: ratios do, counts do not. */
export function holdsEverywhere(indicator: Indicator): boolean {
  return (
    ['rate', 'coverage', 'milestone'].includes(indicator.kind) || indicator.direction === 'down'
  )
}
