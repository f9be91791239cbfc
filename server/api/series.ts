import { Router } from 'express'
import { asyncHandler } from '../async-handler.ts'
import type { Deps } from '../deps.ts'
import type { RegionCase, Circumstances } from '../progress/case.ts'
import { yearOf, type Day } from '../progress/day.ts'
import { forecastMethod } from '../progress/forecast.ts'
import type { Indicator } from '../progress/plan.ts'
import { progressRow } from '../progress/row.ts'
import { seriesRows } from '../progress/series.ts'
import { daysOfSeries, loadActuals, withYearBefore } from '../reading/actuals.ts'
import { regionCase } from '../reading/cases.ts'
import { indicatorOf, scopeOf } from '../reading/catalogue.ts'
import { circumstancesOf, openDataset, reportingOf, type Dataset } from '../reading/dataset.ts'
import type { Reporting } from '../reading/reporting.ts'
import { readSeriesRequest } from '../reading/request.ts'
import { loadTargets, targetsFor } from '../reading/targets.ts'

/** One indicator of one region, a row a quarter from the plan's start to the deadline. */
export function seriesRouter(deps: Deps): Router {
  const router = Router()
  router.get(
    '/api/series',
    asyncHandler(async (request, response) => {
      const asked = readSeriesRequest(request.query)
      const dataset = await openDataset(deps, request, { ...asked, level: 'self' })
      const indicator = indicatorOf(dataset.plan, asked.indicator)
      const reporting = await reportingOf(dataset, [indicator])
      const span = spanOf(dataset, indicator, reporting)
      const region = await readCase(dataset, indicator, reporting, span.from)
      const about = circumstancesOf(dataset, indicator, reporting)
      response.json({ ...headOf(dataset, region, about), ...seriesOf(region, about, span) })
    }),
  )
  return router
}

type Span = { from: Day; to: Day }

/** A trend is shown for every year that has data, also before its plan; the rest from the start. */
function spanOf({ asOf }: Dataset, indicator: Indicator, reporting: Reporting): Span {
  const deadline = indicator.deadline ?? `${yearOf(asOf)}-12-31`
  const to = deadline > asOf ? deadline : asOf
  const [first] = indicator.kind === 'trend' ? reporting.years(indicator.extract) : []
  const start = indicator.starts_on
  if (first !== undefined) return { from: `${first}-01-01`, to }
  return { from: start < asOf ? start : asOf, to }
}

async function readCase(
  dataset: Dataset,
  indicator: Indicator,
  reporting: Reporting,
  from: Day,
): Promise<RegionCase> {
  const { load, context, plan, snapshot, asOf, tree, top } = dataset
  const { level } = top
  const quarters = daysOfSeries(from, asOf, snapshot.asOf)
  const days = indicator.kind === 'trend' ? withYearBefore(quarters) : quarters
  const [actuals, allTargets] = await Promise.all([
    loadActuals(load, context, indicator, { top, level, days, regions: tree.size }),
    loadTargets(load, context, plan.plan, [indicator], { top, level, isSelf: true }),
  ])
  const inScope = scopeOf(snapshot, indicator)
  const reported = reporting.reportedIn(indicator.extract)
  const targets = targetsFor(indicator, allTargets)
  return regionCase(top, { tree, actuals, targets, inScope, reported })
}

function headOf({ snapshot, plan, top, asOf }: Dataset, region: RegionCase, about: Circumstances) {
  const row = progressRow(region, about)
  return {
    snapshot: snapshot.id,
    plan: plan.plan,
    indicator: about.indicator.code,
    region: top.code,
    regionName: top.name,
    asOf,
    startsOn: about.indicator.starts_on,
    deadline: row.deadline,
    target: row.target,
    reason: row.reason,
    forecastMethod: row.forecast === null ? null : forecastMethod,
    forecastError: row.forecast?.error ?? null,
  }
}

function seriesOf(region: RegionCase, about: Circumstances, { from, to }: Span) {
  return { rows: seriesRows(region, about, from, to) }
}
