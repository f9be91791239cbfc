import { json, Router, type Request, type Response } from 'express'
import { asyncHandler } from '../async-handler.ts'
import type { Metrics } from '../../cube/metrics.ts'
import type { Deps } from '../deps.ts'
import { Problem } from '../problem.ts'

const QUERIES_AT_ONCE = 10

const BASE = '/cubejs-api/v1'

type Asked = { query?: unknown; queryType?: unknown; snapshot?: unknown }

function parsedQuery({ query }: Asked): unknown {
  const wrong = new Problem(
    400,
    'bad_query',
    '缺少 query 参数，或它不是 JSON，或一次超过 10 个查询；写法见 Cube 的 REST 接口说明。',
  )
  try {
    const parsed: unknown = typeof query === 'string' ? JSON.parse(query) : query
    const isTooMany = Array.isArray(parsed) && parsed.length > QUERIES_AT_ONCE
    if (typeof parsed === 'object' && parsed !== null && !isTooMany) return parsed
  } catch (cause) {
    wrong.cause = cause
  }
  throw wrong
}

/**
 * Cube's own `meta` and `load`, under the same session and policies, and nothing else of Cube's.
 * `snapshot` may name a dataset other than the current one.
 */
export function cubeRouter(metrics: Metrics, { snapshots, sessionOf }: Deps): Router {
  const contextOf = (request: Request, { snapshot }: Asked) => {
    const { id } = snapshots.get(typeof snapshot === 'string' ? snapshot : undefined)
    return { ...sessionOf(request), snapshot: id }
  }
  const load = async (request: Request, response: Response, asked: Asked) => {
    const context = contextOf(request, asked)
    const body = await metrics.rest(parsedQuery(asked), asked.queryType, context)
    response.setHeader('X-Snapshot', context.snapshot)
    response.type('application/json').send(body)
  }
  const router = Router()
  router.get(
    `${BASE}/meta`,
    asyncHandler(async (request, response) => {
      response.json(await metrics.meta(contextOf(request, request.query)))
    }),
  )
  router.get(
    `${BASE}/load`,
    asyncHandler((request, response) => load(request, response, request.query)),
  )
  router.post(
    `${BASE}/load`,
    json({ limit: '100kb' }),
    asyncHandler((request, response) => load(request, response, (request.body ?? {}) as Asked)),
  )
  return router
}
