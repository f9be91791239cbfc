import { Router } from 'express'
import { asyncHandler } from '../async-handler.ts'
import type { Deps } from '../deps.ts'
import { Problem } from '../problem.ts'
import { elapsedOn } from '../progress/elapsed.ts'
import type { Indicator, Level } from '../progress/plan.ts'
import { progressRow, type ProgressRow } from '../progress/row.ts'
import { statusCounts } from '../progress/status-counts.ts'
import { daysOfRow, loadActuals, type Actuals } from '../reading/actuals.ts'
import { arrowStream } from '../reading/arrow-table.ts'
import { regionCase, rowLevel } from '../reading/cases.ts'
import { indicatorOf, scopeOf } from '../reading/catalogue.ts'
import {
  circumstancesOf,
  openDataset,
  reportingOf,
  type Dataset,
  type Known,
} from '../reading/dataset.ts'
import { isBelow, regionsUnder, type Region } from '../reading/regions.ts'
import { readProgressRequest, type AskedLevel } from '../reading/request.ts'
import { loadTargets, targetsFor, type TargetRows } from '../reading/targets.ts'

const ARROW = 'application/vnd.apache.arrow.stream'

/** Target beside actual: a row for each indicator and each region of a level under a region. */
export function progressRouter(deps: Deps): Router {
  const router = Router()
  router.get(
    '/api/progress',
    asyncHandler(async (request, response) => {
      const asked = readProgressRequest(request.query)
      const dataset = await openDataset(deps, request, asked)
      requireBelow(dataset.top, asked.level)
      const rows = await rowsOf(dataset, asked.level, indicatorsOf(dataset, asked.indicator))
      if (asked.format === 'arrow') {
        response.type(ARROW).send(Buffer.from(arrowStream(rows)))
      } else {
        response.json({ ...headOf(dataset, asked.level), statusCounts: statusCounts(rows), rows })
      }
    }),
  )
  return router
}

function indicatorsOf({ plan }: Dataset, code: string | undefined): Indicator[] {
  return code === undefined ? plan.indicators : [indicatorOf(plan, code)]
}

function requireBelow(top: Region, level: AskedLevel): void {
  if (level === 'self' || isBelow(level, top)) return
  const detail = `参数 level 不对：${top.name}之下没有 ${level} 一级，请改用 self 或更低的级别。`
  throw new Problem(400, 'bad_request', detail)
}

function headOf({ snapshot, plan, top, asOf }: Dataset, level: AskedLevel) {
  return {
    snapshot: snapshot.id,
    plan: plan.plan,
    region: top.code,
    regionName: top.name,
    level,
    asOf,
    demonstration: snapshot.manifest.demonstration,
    elapsed: elapsedOn(plan.starts_on, plan.ends_on, asOf),
  }
}

async function rowsOf(dataset: Dataset, asked: AskedLevel, indicators: Indicator[]) {
  const { load, context, plan, top } = dataset
  const level = rowLevel(top, asked)
  const [reporting, targets, actuals] = await Promise.all([
    reportingOf(dataset, indicators),
    loadTargets(load, context, plan.plan, indicators, { top, level, isSelf: asked === 'self' }),
    Promise.all(indicators.map((indicator) => actualsOf(dataset, level, indicator))),
  ])
  return indicators.flatMap((indicator, at) => {
    const figures = {
      actuals: actuals[at] ?? new Map(),
      targets: targetsFor(indicator, targets),
    }
    return indicatorRows(dataset, asked, indicator, reporting, figures)
  })
}

async function actualsOf(dataset: Dataset, level: Level, indicator: Indicator): Promise<Actuals> {
  if (!indicator.levels.includes(level)) return new Map()
  const { load, context, asOf, snapshot, top, tree } = dataset
  const days = daysOfRow(indicator, asOf, snapshot.asOf)
  return loadActuals(load, context, indicator, { top, level, days, regions: tree.size })
}

function indicatorRows(
  dataset: Dataset,
  asked: AskedLevel,
  indicator: Indicator,
  reporting: Known,
  figures: { actuals: Actuals; targets: TargetRows },
): ProgressRow[] {
  const { snapshot, asOf, tree, top } = dataset
  const held = (code: string) => figures.actuals.get(code)?.has(asOf) ?? false
  const regions = asked === 'self' ? [top] : regionsUnder(tree, top, asked, held)
  const inScope = scopeOf(snapshot, indicator)
  const reported = reporting.reportedIn(indicator.extract)
  const about = circumstancesOf(dataset, indicator, reporting)
  return regions.map((region) =>
    progressRow(regionCase(region, { tree, ...figures, inScope, reported }), about),
  )
}
