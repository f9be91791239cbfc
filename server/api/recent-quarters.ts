import { Router } from 'express'
import { asyncHandler } from '../async-handler.ts'
import type { Deps } from '../deps.ts'
import { quarterEnds, quarterOf, yearBefore, type Day } from '../progress/day.ts'
import { measuredOn } from '../progress/measured.ts'
import type { Indicator } from '../progress/plan.ts'
import { loadAllActuals, type Actuals } from '../reading/actuals.ts'
import { regionCase } from '../reading/cases.ts'
import { scopeOf } from '../reading/catalogue.ts'
import {
  circumstancesOf,
  openDataset,
  reportingOf,
  type Dataset,
  type Known,
} from '../reading/dataset.ts'
import { readRegionRequest } from '../reading/request.ts'

/** What is known of an indicator that was not asked for. */
const NOTHING: Actuals = new Map()

/** Every indicator of one region at the ends of the last nine quarters: what a small line is drawn from. */
export function recentQuartersRouter(deps: Deps): Router {
  return Router().get(
    '/api/recent-quarters',
    asyncHandler(async (request, response) => {
      const asked = readRegionRequest(request.query)
      const dataset = await openDataset(deps, request, { ...asked, level: 'self' })
      const { snapshot, plan, top, asOf } = dataset
      const reporting = await reportingOf(dataset, plan.indicators)
      const days = recentDays(asOf)
      const found = await readActuals(dataset, days)
      const rows = plan.indicators.map((indicator) => {
        const actuals = found.get(indicator.code) ?? NOTHING
        return recentRow(dataset, indicator, reporting, { actuals, days })
      })
      const head = { snapshot: snapshot.id, plan: plan.plan, region: top.code, asOf }
      response.json({ ...head, regionName: top.name, rows })
    }),
  )
}

/** The quarters' ends of two years, from the same quarter on; the last is the as-of day itself. */
function recentDays(asOf: Day): Day[] {
  const ends = quarterEnds(yearBefore(yearBefore(asOf)), asOf)
  return [...ends.slice(0, -1), asOf]
}

/** By indicator; those that are not kept at the region's level are left out. */
function readActuals(dataset: Dataset, days: Day[]): Promise<Map<string, Actuals>> {
  const { load, context, plan, top } = dataset
  const asked = plan.indicators
    .filter(({ levels }) => levels.includes(top.level))
    .map((indicator) => ({ indicator, days }))
  return loadAllActuals(load, context, asked, { top, level: top.level })
}

function recentRow(
  dataset: Dataset,
  indicator: Indicator,
  reporting: Known,
  { actuals, days }: { actuals: Actuals; days: Day[] },
) {
  const { snapshot, tree, top } = dataset
  if (!indicator.levels.includes(top.level)) return { indicator: indicator.code, points: [] }
  const inScope = scopeOf(snapshot, indicator)
  const reported = reporting.reportedIn(indicator.extract)
  const region = regionCase(top, { tree, actuals, targets: new Map(), inScope, reported })
  const about = circumstancesOf(dataset, indicator, reporting)
  const points = days.map((day) => {
    const { actual, reason } = measuredOn(region, about, day)
    return { quarter: quarterOf(day), day, actual, reason }
  })
  return { indicator: indicator.code, points }
}
