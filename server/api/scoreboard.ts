import { Router } from 'express'
import { z } from 'zod'
import { asyncHandler } from '../async-handler.ts'
import type { Deps } from '../deps.ts'
import { Problem } from '../problem.ts'
import { rankAmong } from '../progress/rank.ts'
import { groupsOf } from '../reading/catalogue.ts'
import { openDataset } from '../reading/dataset.ts'
import { regionOf } from '../reading/regions.ts'
import { readRows } from '../reading/rows.ts'

const asked = z.strictObject({
  plan: z.string().min(1),
  region: z.string().regex(/^[1-9]\d0000$/),
  asOf: z.iso.date().optional(),
  scheme: z.string().default('nbs'),
  snapshot: z.string().min(1).optional(),
})

/**
 * GET /api/scoreboard: the place of a province-level unit for every indicator, among all units and
 * among its group in a scheme. Everybody may read it: it says no more than the provinces' totals.
 */
export function scoreboardRouter(deps: Deps): Router {
  return Router().get(
    '/api/scoreboard',
    asyncHandler(async (request, response) => {
      const { region, scheme, ...rest } = read(request.query)
      const dataset = await openDataset(deps, request, {
        ...rest,
        region: '000000',
        level: 'province',
      })
      const { snapshot, plan, asOf, tree } = dataset
      const { name } = regionOf(tree, region)
      const groups = groupsOf(snapshot, scheme)
      const group = groups.get(region) ?? null
      const isPeer = (code: string) => group !== null && groups.get(code) === group
      const rows = await readRows(dataset, 'province', plan.indicators)
      const ranks = plan.indicators
        .filter(({ kind }) => kind !== 'milestone')
        .map(({ code, direction }) => {
          const all = rows.filter(({ indicator }) => indicator === code)
          const peers = all.filter((row) => isPeer(row.region))
          const isDown = direction === 'down'
          return {
            indicator: code,
            all: rankAmong(all, region, isDown),
            peers: rankAmong(peers, region, isDown),
          }
        })
      response.json({ snapshot: snapshot.id, asOf, region, regionName: name, scheme, group, ranks })
    }),
  )
}

function read(query: unknown): z.infer<typeof asked> {
  const parsed = asked.safeParse(query)
  if (parsed.success) return parsed.data
  const detail = '参数应为 plan=13-5、region=440000（省级单位），可加 asOf、scheme、snapshot。'
  throw new Problem(400, 'bad_request', detail)
}
