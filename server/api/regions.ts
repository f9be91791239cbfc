import { Router, type Request } from 'express'
import { z } from 'zod'
import { asyncHandler } from '../async-handler.ts'
import type { Deps } from '../deps.ts'
import { Problem } from '../problem.ts'
import { mayRead } from '../reading/permission.ts'
import { childLevelOf, loadRegions, pathTo, regionOf } from '../reading/regions.ts'

const asked = z.strictObject({ asOf: z.iso.date().optional(), snapshot: z.string().optional() })

function readQuery({ query }: Request): z.infer<typeof asked> {
  const parsed = asked.safeParse(query)
  if (parsed.success) return parsed.data
  throw new Problem(
    400,
    'bad_request',
    '参数有误：asOf 应写作 2018-06-30，snapshot 应为数据集编号。',
  )
}

/** GET /api/regions/{code}: a region's name, its place in the tree, and whether it may be read. */
export function regionsRouter({ loadMetrics, snapshots, sessionOf }: Deps): Router {
  return Router().get(
    '/api/regions/:code',
    asyncHandler(async (request, response) => {
      const { asOf, snapshot: id } = readQuery(request)
      const snapshot = snapshots.get(id)
      const session = sessionOf(request)
      const context = { ...session, snapshot: snapshot.id }
      const tree = await loadRegions(loadMetrics, context, asOf ?? snapshot.asOf)
      const region = regionOf(tree, String(request.params['code']))
      const { code, name, level } = region
      response.json({
        snapshot: snapshot.id,
        code,
        name,
        level,
        path: pathTo(tree, region).map((one) => ({
          code: one.code,
          name: one.name,
          level: one.level,
        })),
        childLevel: childLevelOf(tree, region),
        access: mayRead(session, region) ? 'granted' : 'refused',
      })
    }),
  )
}
