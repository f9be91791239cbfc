import { Router } from 'express'
import { asyncHandler } from '../async-handler.ts'
import type { Deps } from '../deps.ts'
import { comparesYears, type Plan } from '../progress/plan.ts'
import { indicatorOf } from '../reading/catalogue.ts'
import { openDataset } from '../reading/dataset.ts'
import { readTargetsRequest } from '../reading/request.ts'
import { readTargetLedger, type LedgerEntry } from '../reading/target-ledger.ts'

/** The ledger of a region's targets: who set each, what it replaced, how it is broken down. */
export function targetsRouter(deps: Deps): Router {
  return Router().get(
    '/api/targets',
    asyncHandler(async (request, response) => {
      const asked = readTargetsRequest(request.query)
      const dataset = await openDataset(deps, request, { ...asked, level: 'self' })
      const { snapshot, plan, top, asOf } = dataset
      const { indicator } = asked
      const indicators = indicator === undefined ? plan.indicators : [indicatorOf(plan, indicator)]
      const ledger = await readTargetLedger(dataset, indicators)
      response.json({
        snapshot: snapshot.id,
        plan: plan.plan,
        region: top.code,
        regionName: top.name,
        regionLevel: top.level,
        asOf,
        indicators: ledger.map((entry) => shown(plan, entry)),
      })
    }),
  )
}

function shown({ source }: Plan, { indicator, ...entry }: LedgerEntry) {
  const { code, unit, direction, kind, clause } = indicator
  return {
    indicator: code,
    kind,
    unit,
    direction,
    comparedWith: comparesYears(indicator) ? 'last_year' : 'target',
    clause: { document: { zh: source.zh, en: source.en }, ...clause },
    ...entry,
  }
}
