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
  group: z.string().max(40).optional(),
  snapshot: z.string().min(1).optional(),
})

/**
 * GET /api/scoreboard: the place of a province-level unit for every indicator, among all units and
 * among a group of a scheme: its own, unless another is named, to which it is then added. Everybody may read it: it says no more than the provinces' totals.
 */
export function scoreboardRouter(deps: Deps): Router {
  return Router().get(
    '/api/scoreboard',
    asyncHandler(async (request, response) => {
      const { region, scheme, group: chosen, ...rest } = read(request.query)
      const dataset = await openDataset(deps, request, {
        ...rest,
        region: '000000',
        level: 'province',
      })
      const { snapshot, plan, asOf, tree } = dataset
      const { name } = regionOf(tree, region)
      const groups = groupsOf(snapshot, scheme)
      const all = [...new Set(groups.values())]
      const group = groupIn(all, chosen ?? groups.get(region))
      const isPeer = (code: string) => code === region || groups.get(code) === group
      const rows = await readRows(dataset, 'province', plan.indicators)
      const ranks = plan.indicators
        .filter(({ kind }) => kind !== 'milestone')
        .map(({ code, direction }) => {
          const those = rows.filter(({ indicator }) => indicator === code)
          const peers = those.filter((row) => isPeer(row.region))
          const isDown = direction === 'down'
          return {
            indicator: code,
            all: rankAmong(those, region, isDown),
            peers: rankAmong(peers, region, isDown),
          }
        })
      const head = { snapshot: snapshot.id, asOf, region, regionName: name, scheme }
      response.json({ ...head, groups: all, group, ranks })
    }),
  )
}

/** Throws Problem 400, naming the groups there are. */
function groupIn(groups: string[], group: string | undefined): string | null {
  if (group === undefined || groups.includes(group)) return group ?? null
  throw new Problem(400, 'bad_request', `参数 group 应为${groups.join('、')}之一。`)
}

function read(query: unknown): z.infer<typeof asked> {
  const parsed = asked.safeParse(query)
  if (parsed.success) return parsed.data
  const detail =
    '参数应为 plan=13-5、region=440000（省级单位），可加 asOf、scheme、group、snapshot。'
  throw new Problem(400, 'bad_request', detail)
}
