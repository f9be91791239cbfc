import type { Request } from 'express'
import type { Deps, Snapshot } from '../deps.ts'
import type { BridgePart, BridgeState } from '../progress/bridge.ts'
import type { Circumstances, RegionCase } from '../progress/case.ts'
import { yearBefore, type Day } from '../progress/day.ts'
import { countedOn, measuredOn } from '../progress/measured.ts'
import { periodOn } from '../progress/period.ts'
import { comparesYears, type Indicator } from '../progress/plan.ts'
import { indicatorOf } from './catalogue.ts'
import { circumstancesOf, openDataset, reportingOf } from './dataset.ts'
import { loadFamily } from './region-cases.ts'
import type { BridgeRequest } from './ledger-request.ts'

/** One end of a bridge, the indicator as that dataset's plan has it, and the provinces that were counted. */
export type Seen = {
  state: BridgeState
  indicator: Indicator
  year: number | null
  provinces: string[]
}

/** Reads what one dataset says on one day. Throws the Problems of openDataset and indicatorOf. */
export async function seenOn(
  deps: Deps,
  request: Request,
  asked: BridgeRequest,
  snapshot: Snapshot,
  asOf: Day,
): Promise<Seen> {
  const { plan, region } = asked
  const query = { plan, region, asOf, snapshot: snapshot.id, level: 'self' as const }
  const dataset = await openDataset(deps, request, query)
  const indicator = indicatorOf(dataset.plan, asked.indicator)
  const reporting = await reportingOf(dataset, [indicator])
  const days = comparesYears(indicator) ? [yearBefore(asOf), asOf] : [asOf]
  const { whole, children } = await loadFamily(dataset, indicator, reporting, days)
  const about = circumstancesOf(dataset, indicator, reporting)
  const { actual, target, expected, reason } = measuredOn(whole, about, asOf)
  const parts = children.map((child) => partOf(child, about))
  const state = { actual, target, expected, reason, whole: partOf(whole, about), parts }
  const { year } = periodOn(indicator, asOf)
  const provinces = whole.parts.flatMap(({ province }) =>
    about.hasData(province, asOf) ? [province] : [],
  )
  return { state: { snapshot: snapshot.id, day: asOf, ...state }, indicator, year, provinces }
}

function partOf(region: RegionCase, about: Circumstances): BridgePart {
  const { code, name, level } = region
  const counted = region.parts.length === 0 ? null : countedOn(region, about, about.asOf)
  return { region: code, regionName: name, regionLevel: level, counted }
}
