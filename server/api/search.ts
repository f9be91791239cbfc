import { Router } from 'express'
import { asyncHandler } from '../async-handler.ts'
import type { Deps } from '../deps.ts'
import { plansOf } from '../reading/catalogue.ts'
import { mayRead } from '../reading/permission.ts'
import { loadRegions, pathTo } from '../reading/regions.ts'
import { readSearchRequest } from '../reading/request.ts'
import { searchIndicators, searchRegions } from '../reading/search.ts'

/** GET /api/search: regions and indicators by name, pinyin or code. Names only, no figures. */
export function searchRouter({ loadMetrics, snapshots, sessionOf }: Deps): Router {
  return Router().get(
    '/api/search',
    asyncHandler(async (request, response) => {
      const session = sessionOf(request)
      const asked = readSearchRequest(request.query)
      const snapshot = snapshots.get(asked.snapshot)
      const asOf = asked.asOf ?? snapshot.asOf
      const tree = await loadRegions(loadMetrics, { ...session, snapshot: snapshot.id }, asOf)
      const regions = searchRegions(tree, asked.q).map((region) => ({
        code: region.code,
        name: region.name,
        level: region.level,
        path: pathTo(tree, region).map(({ code, name, level }) => ({ code, name, level })),
        access: mayRead(session, region) ? 'granted' : 'refused',
      }))
      const indicators = searchIndicators(plansOf(snapshot), asked.q).map(
        ({ plan, indicator: { code, name } }) => ({
          plan: plan.plan,
          planName: plan.name,
          code,
          name,
        }),
      )
      response.json({ snapshot: snapshot.id, asOf, regions, indicators })
    }),
  )
}
