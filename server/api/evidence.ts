import { Router, type Request } from 'express'
import type { Metrics } from '../../cube/metrics.ts'
import { asyncHandler } from '../async-handler.ts'
import type { Deps } from '../deps.ts'
import { breakdownsOf } from '../evidence/breakdowns.ts'
import { extractsOf } from '../evidence/extracts.ts'
import { fileOf, filesBehind, totalsOf } from '../evidence/files.ts'
import { formulaOf, queryBehind, viewsOf } from '../evidence/formula.ts'
import { quarantineBehind, unmatchedBehind } from '../evidence/quarantine.ts'
import { unitsOf } from '../evidence/units.ts'
import type { Indicator } from '../progress/plan.ts'
import { figureQuery } from '../reading/actuals.ts'
import { seenOn } from '../reading/bridge-state.ts'
import { indicatorOf } from '../reading/catalogue.ts'
import { openDataset, type Dataset } from '../reading/dataset.ts'
import { mayRead } from '../reading/permission.ts'
import { readSeriesRequest } from '../reading/request.ts'

/** From a figure down to what it is made of: formula, query, counts, files, rows that did not count. */
export function evidenceRouter(deps: Deps, metrics: Metrics): Router {
  return Router().get(
    '/api/evidence',
    asyncHandler(async (request, response) => {
      const asked = readSeriesRequest(request.query)
      const dataset = await openDataset(deps, request, { ...asked, level: 'self' })
      const indicator = indicatorOf(dataset.plan, asked.indicator)
      const views = await viewsOf(metrics, dataset.context)
      const { figure, provinces } = await figureOf(deps, request, dataset, indicator)
      const detail = views.get(`${indicator.members.view}_detail`)
      const isOpen = dataset.session.role !== 'supervisor' || dataset.top.level !== 'nation'
      const mayBreak = isOpen && mayRead(dataset.session, dataset.top) && detail !== undefined
      const [behind, breakdowns, sources] = await Promise.all([
        queryBehind(metrics, figureQuery(indicator, dataset), dataset.context),
        mayBreak && figure.reason === null
          ? breakdownsOf(dataset, indicator, detail, provinces)
          : [],
        sourcesOf(dataset, indicator),
      ])
      response.json({
        ...headOf(dataset, indicator),
        formula: formulaOf(indicator, views.get(indicator.members.view)),
        ...behind,
        figure,
        breakdowns: { reason: isOpen ? null : 'no_permission', of: breakdowns },
        ...sources,
      })
    }),
  )
}

function headOf({ snapshot, plan, top, asOf }: Dataset, indicator: Indicator) {
  const { id, manifest } = snapshot
  return {
    snapshot: id,
    publishedAt: manifest.publishedAt,
    ruleVersion: String(manifest.ruleVersion),
    plan: plan.plan,
    indicator: indicator.code,
    view: indicator.members.view,
    region: top.code,
    regionName: top.name,
    asOf,
  }
}

/** The figure with its counts, those of the regions that it is made of, and the provinces in it. */
async function figureOf(deps: Deps, request: Request, dataset: Dataset, indicator: Indicator) {
  const { plan, top, asOf, snapshot } = dataset
  const asked = { plan: plan.plan, region: top.code, indicator: indicator.code, from: asOf }
  const { state, provinces } = await seenOn(deps, request, asked, snapshot, asOf)
  const { actual, target, expected, reason, whole } = state
  const parts = state.parts.map(({ region, regionName, counted }) => ({
    ...{ region, regionName },
    numerator: counted?.numerator ?? null,
    denominator: counted?.denominator ?? null,
    reason: counted === null ? ('no_data' as const) : null,
  }))
  const { numerator, denominator } = whole.counted ?? { numerator: null, denominator: null }
  return {
    figure: { actual, numerator, denominator, target, expected, reason, parts },
    provinces,
  }
}

/** Within the session's reach: files with their hashes, rows by fate, what was quarantined. */
async function sourcesOf(
  { session, tree, top, snapshot, load, context }: Dataset,
  indicator: Indicator,
) {
  const extracts = extractsOf(indicator)
  const { units, readable, senders } = unitsOf(session, tree, top)
  const files = filesBehind(snapshot.manifest.files, extracts, senders)
  const [quarantine, unmatched] = await Promise.all([
    quarantineBehind({ load, context }, extracts, readable),
    unmatchedBehind({ load, context }, extracts, readable),
  ])
  return {
    extracts: readable.length === 0 ? [] : totalsOf(files, extracts),
    units: { due: units.length, readable: readable.length },
    files: files.map(fileOf),
    ...{ quarantine, unmatched },
  }
}
