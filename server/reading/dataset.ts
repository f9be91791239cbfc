import type { Request } from 'express'
import type { Deps, LoadMetrics, SecurityContext, Session, Snapshot } from '../deps.ts'
import type { Circumstances } from '../progress/case.ts'
import type { Day } from '../progress/day.ts'
import type { Indicator, Plan } from '../progress/plan.ts'
import type { HasData } from '../progress/roll-up.ts'
import { loadBasisYears, type BasisYears } from './basis-years.ts'
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

/** Rejects with Problem: unknown snapshot, plan or region (404), or a region out of reach (403). */
export function openDataset(deps: Deps, request: Request, asked: Asked): Promise<Dataset> {
  return openDatasetFor(deps, deps.sessionOf(request), asked)
}

/** The same for a session that is known already; throws the same. */
export async function openDatasetFor(
  deps: Pick<Deps, 'loadMetrics' | 'snapshots'>,
  session: Session,
  asked: Asked,
): Promise<Dataset> {
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

/** Who reported, and by which year's records some indicators are counted. */
export type Known = Reporting & { basisYears: BasisYears }

export async function reportingOf(dataset: Dataset, indicators: Indicator[]): Promise<Known> {
  const { load, context, plan, asOf } = dataset
  const extracts = [...new Set(indicators.map(({ extract }) => extract))]
  const [reporting, basisYears] = await Promise.all([
    loadReporting(load, context, extracts, asOf),
    loadBasisYears(load, context, plan.plan),
  ])
  return { ...reporting, basisYears }
}

export function circumstancesOf(
  { plan, asOf, snapshot }: Dataset,
  indicator: Indicator,
  reporting: Known,
): Circumstances {
  const basisYear = reporting.basisYears.yearsOf(indicator.code)
  return {
    indicator,
    rule: plan.status_rule,
    asOf,
    known: snapshot.asOf,
    demonstration: snapshot.manifest.demonstration !== null,
    hasData: hasDataOf(indicator, reporting),
    past: null,
    isLate: isLateOf(indicator, reporting, asOf),
    basisYear: basisYear ?? (() => null),
  }
}

/** Of a yearly extract: without the year's rows; of the others: without the quarter's file. */
function isLateOf({ extract }: Indicator, known: Known, asOf: Day): (province: string) => boolean {
  const isYearly = known.years(extract).length > 0
  const reported = isYearly ? known.hasData(extract) : null
  const inQuarter = known.reportedIn(extract)
  return (province) => !(reported?.(province, asOf) ?? inQuarter.has(province))
}

/**
 * Of a milestone an absent record is the finding: all units have data. What rests on another year's
 * records has data where those were reported, and nowhere before there is such a year.
 */
function hasDataOf({ kind, code, extract }: Indicator, { hasData, basisYears }: Known): HasData {
  if (kind === 'milestone') return () => true
  const reported = hasData(extract)
  const basisYear = basisYears.yearsOf(code)
  if (basisYear === null) return reported
  return (province, day) => reported(province, `${basisYear(day) ?? '0000'}-12-31`)
}
