import { Router } from 'express'
import { asyncHandler } from '../async-handler.ts'
import type { Deps, MetricsRow } from '../deps.ts'
import { Problem } from '../problem.ts'
import { yearBefore, type Day } from '../progress/day.ts'
import { reviewInstitution, type Measures } from '../progress/institution-review.ts'
import type { Indicator } from '../progress/plan.ts'
import type { Counted } from '../progress/roll-up.ts'
import { openDataset, type Dataset } from '../reading/dataset.ts'
import { indicatorOf } from '../reading/catalogue.ts'
import { readRegionRequest } from '../reading/request.ts'

/** Training institutions with the list each is on (renewal, warning, exit, too few) and the reasons. */
export function institutionReviewRouter(deps: Deps): Router {
  const router = Router()
  router.get(
    '/api/institution-review',
    asyncHandler(async (request, response) => {
      const asked = readRegionRequest(request.query)
      const dataset = await openDataset(deps, request, { ...asked, level: 'county' })
      const { snapshot, plan, top, asOf } = dataset
      const rule = plan.institution_review
      if (rule === undefined || !['nation', 'province'].includes(top.level))
        throw new Problem(
          400,
          'bad_request',
          '培训机构按全国或省级单位评价，且只有带评价标准的计划（如 levy-2020）可查。',
        )
      const head = { snapshot: snapshot.id, plan: plan.plan, region: top.code, asOf }
      response.json({ ...head, regionName: top.name, rule, rows: await rowsOf(dataset) })
    }),
  )
  return router
}

type Institution = { unit: string; code: string }
/** Counts by institution and day. */
type Counts = Map<string, Map<Day, Counted>>

const keyOf = ({ unit, code }: Institution) => `${unit} ${code}`
const nothing: Counted = { numerator: 0, denominator: 0 }

async function rowsOf(dataset: Dataset) {
  const { plan, asOf } = dataset
  const rule = plan.institution_review
  if (rule === undefined) return []
  const indicators = rule.measures.map(({ indicator }) => indicatorOf(plan, indicator))
  const [institutions, ...counts] = await Promise.all([
    loadInstitutions(dataset),
    ...indicators.map((indicator) => loadCounts(dataset, indicator)),
  ])
  return institutions.map(({ names, ...institution }) => {
    const measures: Measures = indicators.map(({ code }, at) => {
      const days = counts[at]?.get(keyOf(institution))
      const on = (day: Day) => days?.get(day) ?? nothing
      return { indicator: code, now: on(asOf), before: on(yearBefore(asOf)) }
    })
    return { ...institution, ...names, ...reviewInstitution(measures, rule) }
  })
}

function ofUnit(member: string, { top }: Dataset) {
  if (top.level === 'nation') return []
  return [{ member, operator: 'equals', values: [top.code] }]
}

async function loadInstitutions(dataset: Dataset) {
  const { load, context } = dataset
  const view = 'training_institutions'
  const names = ['unit', 'institution_code', 'institution_name', 'institution_kind', 'closed_on']
  const rows = await load(
    {
      dimensions: names.map((name) => `${view}.${name}`),
      filters: ofUnit(`${view}.unit`, dataset),
      order: { [`${view}.unit`]: 'asc', [`${view}.institution_code`]: 'asc' },
    },
    context,
  )
  return rows.map((row) => ({
    unit: String(row[`${view}.unit`]),
    code: String(row[`${view}.institution_code`]),
    names: {
      name: row[`${view}.institution_name`] ?? null,
      kind: row[`${view}.institution_kind`] ?? null,
      closedOn: row[`${view}.closed_on`] ?? null,
    },
  }))
}

async function loadCounts(dataset: Dataset, indicator: Indicator): Promise<Counts> {
  const { load, context, asOf } = dataset
  const view = `${indicator.members.view}_by_institution`
  const { numerator, denominator } = indicator.members
  const rows = await load(
    {
      measures: [numerator, denominator ?? numerator].map((name) => `${view}.${name}`),
      dimensions: ['institution_unit', 'institution_code', 'as_of_day'].map((n) => `${view}.${n}`),
      filters: [
        { member: `${view}.as_of_day`, operator: 'equals', values: [asOf, yearBefore(asOf)] },
        ...Object.entries(indicator.filters).map(([name, value]) => ({
          member: `${view}.${name}`,
          operator: 'equals',
          values: [value].flat(),
        })),
        ...ofUnit(`${view}.institution_unit`, dataset),
      ],
    },
    context,
  )
  return toCounts(rows, view, indicator)
}

function toCounts(rows: MetricsRow[], view: string, { members }: Indicator): Counts {
  const counts: Counts = new Map()
  for (const row of rows) {
    const text = (name: string) => String(row[`${view}.${name}`])
    const key = keyOf({ unit: text('institution_unit'), code: text('institution_code') })
    const days = counts.get(key) ?? new Map<Day, Counted>()
    counts.set(key, days)
    days.set(text('as_of_day').slice(0, 10), {
      numerator: Number(row[`${view}.${members.numerator}`] ?? 0),
      denominator: Number(row[`${view}.${members.denominator ?? ''}`] ?? 0),
    })
  }
  return counts
}
