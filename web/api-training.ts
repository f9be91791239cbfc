import * as z from 'zod/mini'
import { get, query } from './api.ts'
import type { PlaceQuestion } from './api-region.ts'

/** The part of the HTTP interface that the page of the trainings asks. */

const number = z.nullable(z.number())

const cohort = z.object({
  month: z.string(),
  outcome: z.enum(['converted', 'stable']),
  days: z.number(),
  knownFrom: z.string(),
  trainings: z.number(),
  numerator: number,
  denominator: number,
  actual: number,
  reason: z.nullable(z.enum(['no_data', 'not_yet', 'not_applicable'])),
})

const finding = z.object({
  indicator: z.string(),
  numerator: z.number(),
  denominator: z.number(),
  actual: number,
  lastYear: number,
  finding: z.enum(['below_exit', 'below_warning', 'fell', 'met', 'too_few']),
  bound: number,
})

const institution = z.object({
  unit: z.string(),
  code: z.string(),
  name: z.nullable(z.string()),
  kind: z.nullable(z.string()),
  closedOn: z.nullable(z.string()),
  decision: z.enum(['exit', 'warning', 'renewal', 'too_few']),
  findings: z.array(finding),
})

const cohorts = z.object({ rows: z.array(cohort) })
const review = z.object({ rows: z.array(institution) })

export type Cohort = z.infer<typeof cohort>
export type Finding = z.infer<typeof finding>
export type Institution = z.infer<typeof institution>

export function fetchCohorts(ask: PlaceQuestion, signal?: AbortSignal): Promise<Cohort[]> {
  return get(cohorts, `/api/cohorts?${query({ ...ask })}`, signal).then(({ rows }) => rows)
}

/** Of the nation or a province-level unit only. */
export function fetchReview(ask: PlaceQuestion, signal?: AbortSignal): Promise<Institution[]> {
  return get(review, `/api/institution-review?${query({ ...ask })}`, signal).then(
    ({ rows }) => rows,
  )
}
