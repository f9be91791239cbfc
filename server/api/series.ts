import { Router } from 'express'
import { asyncHandler } from '../async-handler.ts'
import type { Deps } from '../deps.ts'
import type { RegionCase, Circumstances } from '../progress/case.ts'
import { earlier, yearOf, type Day } from '../progress/day.ts'
import { forecastMethod } from '../progress/forecast.ts'
import { comparesYears, type Indicator } from '../progress/plan.ts'
import { progressRow } from '../progress/row.ts'
import { seriesRows } from '../progress/series.ts'
import { daysOfSeries, loadActuals, withYearBefore } from '../reading/actuals.ts'
import { regionCase } from '../reading/cases.ts'
import { indicatorOf, scopeOf } from '../reading/catalogue.ts'
import {
  circumstancesOf,
  openDataset,
  reportingOf,
  type Dataset,
  type Known,
} from '../reading/dataset.ts'
import { pastForecastsOf } from '../reading/past-forecasts.ts'
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
      const past = await pastForecastsOf(dataset)
      const about = { ...circumstancesOf(dataset, indicator, reporting), past }
      response.json({ ...headOf(dataset, region, about), ...seriesOf(region, about, span) })
    }),
  )
  return router
}

type Span = { from: Day; to: Day }

function spanOf(dataset: Dataset, indicator: Indicator, reporting: Known): Span {
  const { asOf } = dataset
  const deadline = indicator.deadline ?? `${yearOf(asOf)}-12-31`
  const to = deadline > asOf ? deadline : asOf
  return { from: firstDay(dataset, indicator, reporting), to }
}

/**
 * From the plan's start; of a plan that is not judged before it, also the years before that have data
 * (of an extract without years: the last three).
 */
function firstDay({ asOf, plan }: Dataset, { starts_on, extract }: Indicator, known: Known): Day {
  const start = earlier(starts_on, asOf)
  if (plan.status_rule.judged_before_start) return start
  const [first = yearOf(asOf) - 2] = known.years(extract)
  return earlier(`${first}-01-01`, start)
}

async function readCase(
  dataset: Dataset,
  indicator: Indicator,
  reporting: Known,
  from: Day,
): Promise<RegionCase> {
  const { load, context, plan, snapshot, asOf, tree, top } = dataset
  const { level } = top
  const quarters = daysOfSeries(from, asOf, snapshot.asOf)
  const days = comparesYears(indicator) ? withYearBefore(quarters) : quarters
  const [actuals, allTargets] = await Promise.all([
    loadActuals(load, context, indicator, { top, level, days }),
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
    forecastMethod: row.forecast === null ? null : forecastMethod(row.forecast),
    forecastError: row.forecast?.error ?? null,
  }
}

function seriesOf(region: RegionCase, about: Circumstances, { from, to }: Span) {
  return { rows: seriesRows(region, about, from, to) }
}
