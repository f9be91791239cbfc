import type { Request } from 'express'
import type { Deps, LoadMetrics, SecurityContext, Session, Snapshot } from '../deps.ts'
import type { Circumstances } from '../progress/case.ts'
import type { Day } from '../progress/day.ts'
import type { Indicator, Plan } from '../progress/plan.ts'
import { planOf } from './catalogue.ts'
import { requireAccess } from './permission.ts'
import { loadRegions, regionOf, type Region, type RegionTree } from './regions.ts'
import { loadReporting, type Reporting } from './reporting.ts'
import type { AskedLevel } from './request.ts'

/** What one request reads from: a snapshot on an as-of day, as one session may see it. */
export type Dataset = {
  load: LoadMetrics
  context: SecurityContext
  session: Session
  snapshot: Snapshot
  plan: Plan
  asOf: Day
  tree: RegionTree
  top: Region
}

type Asked = {
  plan: string
  region?: string | undefined
  asOf?: Day | undefined
  snapshot?: string | undefined
  level: AskedLevel
}

/** Throws Problem: unknown snapshot, plan or region (404), or a region out of reach (403). */
export async function openDataset(deps: Deps, request: Request, asked: Asked): Promise<Dataset> {
  const session = deps.sessionOf(request)
  const snapshot = deps.snapshots.get(asked.snapshot)
  const plan = planOf(snapshot, asked.plan)
  const context = { ...session, snapshot: snapshot.id }
  const asOf = asked.asOf ?? snapshot.asOf
  const load = deps.loadMetrics
  const tree = await loadRegions(load, context, asOf)
  const top = regionOf(tree, asked.region ?? session.region)
  requireAccess(session, top, asked.level)
  return { load, context, session, snapshot, plan, asOf, tree, top }
}

export function reportingOf(dataset: Dataset, indicators: Indicator[]): Promise<Reporting> {
  const extracts = [...new Set(indicators.map(({ extract }) => extract))]
  return loadReporting(dataset.load, dataset.context, extracts, dataset.asOf)
}

export function circumstancesOf(
  { plan, asOf, snapshot }: Dataset,
  indicator: Indicator,
  reporting: Reporting,
): Circumstances {
  return {
    indicator,
    rule: plan.status_rule,
    asOf,
    known: snapshot.asOf,
    demonstration: snapshot.manifest.demonstration !== null,
    hasData: reporting.hasData(indicator.extract),
  }
}
