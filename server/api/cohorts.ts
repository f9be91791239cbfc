import { Router } from 'express'
import { asyncHandler } from '../async-handler.ts'
import type { Deps, MetricsRow } from '../deps.ts'
import { cohortRow, horizonsOf, monthsUntil, type CohortRow } from '../progress/cohort.ts'
import { openDataset, type Dataset } from '../reading/dataset.ts'
import { grouping, regionFilter } from '../reading/actuals.ts'
import { reportedUnder } from '../reading/reporting.ts'
import { readRegionRequest } from '../reading/request.ts'

/** What became of the trainings of each month: work within so many days, work that lasts so many. */
export function cohortsRouter(deps: Deps): Router {
  const router = Router()
  router.get(
    '/api/cohorts',
    asyncHandler(async (request, response) => {
      const asked = readRegionRequest(request.query)
      const dataset = await openDataset(deps, request, { ...asked, level: 'self' })
      const { snapshot, plan, top, asOf } = dataset
      const head = { snapshot: snapshot.id, plan: plan.plan, region: top.code, asOf }
      response.json({ ...head, regionName: top.name, rows: await rowsOf(dataset) })
    }),
  )
  return router
}

const measured = {
  converted: { view: 'conversion', numerator: 'converted', denominator: 'trainings' },
  stable: { view: 'stability', numerator: 'stable', denominator: 'conversions' },
} as const

async function rowsOf(dataset: Dataset): Promise<(CohortRow & { trainings: number })[]> {
  const horizons = horizonsOf(dataset.plan)
  const [counted, hasData] = await Promise.all([
    loadCohorts(dataset, [...horizons.converted, ...horizons.stable]),
    reportedUnder(dataset, ['training', 'employment']),
  ])
  const [first] = [...counted.keys()].sort()
  if (first === undefined) return []
  const outcomes = (['converted', 'stable'] as const).flatMap((outcome) =>
    horizons[outcome].map((days) => ({ outcome, days, ...measured[outcome] })),
  )
  return monthsUntil(first, dataset.asOf).flatMap((month) =>
    outcomes.map(({ outcome, days, view, numerator, denominator }) => {
      const row = counted.get(month)
      const number = (name: string) => Number(row?.[name] ?? 0)
      const counts = {
        numerator: number(`${numerator}_${days}d`),
        denominator: number(`${denominator}_${days}d`),
      }
      const { followDays } = horizons
      const about = { asOf: dataset.asOf, followDays, counts }
      const extract = view === 'conversion' ? 'training' : 'employment'
      return {
        ...cohortRow({ month, outcome, days }, { ...about, hasData: hasData(extract) }),
        trainings: number('trainings'),
      }
    }),
  )
}

/** The counts by month, each under its measure's bare name. */
async function loadCohorts(
  { load, context, plan, top, asOf }: Dataset,
  days: number[],
): Promise<Map<string, MetricsRow>> {
  const view = `cohorts${grouping[top.level].suffix}`
  const names = ['trainings', 'converted', 'conversions', 'stable']
  const measures = ['trainings', ...names.flatMap((name) => days.map((n) => `${name}_${n}d`))]
  const rows = await load(
    {
      measures: [...new Set(measures)].map((name) => `${view}.${name}`),
      dimensions: [`${view}.completed_month`],
      filters: [
        { member: `${view}.plan`, operator: 'equals', values: [plan.plan] },
        { member: `${view}.as_of_day`, operator: 'equals', values: [asOf] },
        ...regionFilter(view, top),
      ],
    },
    context,
  )
  return new Map(rows.map((row) => [String(row[`${view}.completed_month`]), bare(row)]))
}

function bare(row: MetricsRow): MetricsRow {
  return Object.fromEntries(
    Object.entries(row).map(([member, value]) => [member.split('.')[1] ?? member, value]),
  )
}
