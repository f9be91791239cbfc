import { Router } from 'express'
import type { Deps } from '../deps.ts'
import { comparesYears, type Indicator, type Plan } from '../progress/plan.ts'
import { planOf, plansOf } from '../reading/catalogue.ts'
import { readCatalogueRequest } from '../reading/request.ts'

/** The catalogue: what the plans promise, where they say so, and what is counted for it. */
export function plansRouter({ snapshots }: Pick<Deps, 'snapshots'>): Router {
  const router = Router()
  router.get('/api/plans', (request, response) => {
    const snapshot = snapshots.get(readCatalogueRequest(request.query).snapshot)
    const plans = plansOf(snapshot).map(planEntry)
    response.json({ snapshot: snapshot.id, asOf: snapshot.asOf, plans })
  })
  router.get('/api/plans/:plan/indicators', (request, response) => {
    const snapshot = snapshots.get(readCatalogueRequest(request.query).snapshot)
    const plan = planOf(snapshot, request.params.plan)
    const indicators = plan.indicators.map((indicator) => indicatorEntry(plan, indicator))
    response.json({ snapshot: snapshot.id, plan: plan.plan, indicators })
  })
  return router
}

function planEntry(plan: Plan) {
  const { zh, en, issued_by: issuedBy, issued_on: issuedOn } = plan.source
  return {
    plan: plan.plan,
    name: plan.name,
    startsOn: plan.starts_on,
    endsOn: plan.ends_on,
    source: { zh, en, issuedBy, issuedOn },
    statusRule: { onPace: plan.status_rule.on_pace, watch: plan.status_rule.watch },
    indicators: plan.indicators.map(({ code }) => code),
  }
}

function indicatorEntry({ source }: Plan, indicator: Indicator) {
  const { code, name, group, kind, unit, direction, target, deadline, period } = indicator
  const { levels, scope, extract, interpretation, clause, definition, members } = indicator
  const member = (measure: string) => `${members.view}.${measure}`
  return {
    ...{ code, name, group, kind, unit, direction, target },
    comparedWith: comparesYears(indicator) ? 'last_year' : 'target',
    ...{ startsOn: indicator.starts_on, deadline, period, levels, scope, extract, interpretation },
    clause: { document: { zh: source.zh, en: source.en }, ...clause },
    alsoIn: indicator.also_in,
    definition,
    members: {
      numerator: member(members.numerator),
      denominator: members.denominator === null ? null : member(members.denominator),
      filters: indicator.filters,
    },
  }
}
