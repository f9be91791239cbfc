import { json, Router, type Request, type RequestHandler } from 'express'
import { rateLimit } from 'express-rate-limit'
import { z } from 'zod'
import { asyncHandler } from '../async-handler.ts'
import type { Deps } from '../deps.ts'
import { Problem } from '../problem.ts'
import { MOST_BYTES, tooLarge } from '../submissions/draft.ts'
import { openQuarters, quarterOf } from '../submissions/quarter.ts'
import { requireOwnUnit } from '../submissions/reach.ts'
import { readPlace, readUploadRequest, type Place } from '../submissions/request.ts'
import type { Uploads } from '../submissions/uploads.ts'

const WINDOW_MS = 10 * 60 * 1000
const UPLOADS_A_WINDOW = 60

const chosen = z.strictObject({ upload: z.uuid() })

const PLACE = '/api/submissions/:unit/:quarter'

/** A unit's file, sent by its supervisor: first a dry run, then, if wanted, into the inbox. */
export function uploadsRouter(deps: Deps, uploads: Uploads | undefined): Router {
  const router = Router()
  const open = (request: Request) => openPlace(deps, uploads, request)
  router.post(
    `${PLACE}/check`,
    limitUploads(deps),
    asyncHandler(async (request, response) => {
      const { desk, place, session } = open(request)
      const asked = readUploadRequest(request.query)
      if (Number(request.headers['content-length'] ?? 0) > MOST_BYTES) throw tooLarge()
      response.status(202).json(await desk.begin(request, session, place, asked))
    }),
  )
  router.get(`${PLACE}/uploads/:upload`, (request, response) => {
    const { desk, place, session } = open(request)
    response.json(desk.find(request.params['upload'], session, place))
  })
  router.delete(`${PLACE}/uploads/:upload`, (request, response) => {
    const { desk, place, session } = open(request)
    desk.leave(request.params['upload'], session, place)
    response.status(204).end()
  })
  router.post(
    `${PLACE}/accept`,
    json({ limit: '1kb' }),
    asyncHandler(async (request, response) => {
      const { desk, place, session } = open(request)
      const parsed = chosen.safeParse(request.body)
      if (!parsed.success) throw new Problem(400, 'bad_request', '请写明要报送的上传编号 upload。')
      response.status(202).json(await desk.accept(parsed.data.upload, session, place))
    }),
  )
  return router
}

function openPlace(deps: Deps, desk: Uploads | undefined, request: Request) {
  const place = readPlace(request.params)
  const session = deps.sessionOf(request)
  requireOwnUnit(session, place.unit)
  if (desk === undefined)
    throw new Problem(404, 'no_upload', '本系统没有开通网页报送，请把文件交给管理员。')
  requireQuarter(deps, place)
  return { desk, place, session }
}

/** A typing error must not move the nation's as-of day. Throws Problem 400. */
function requireQuarter({ snapshots }: Deps, { quarter }: Place): void {
  const { asOf, manifest } = snapshots.get()
  const open = openQuarters(manifest.files, quarterOf(asOf))
  if (open.includes(quarter)) return
  const [first = '', last = ''] = [open[0], open.at(-1)]
  const detail = `不能报送 ${quarter}：请选择 ${first} 至 ${last} 之间的季度。`
  throw new Problem(400, 'bad_request', detail)
}

function limitUploads({ sessionOf }: Deps): RequestHandler {
  return rateLimit({
    windowMs: WINDOW_MS,
    limit: UPLOADS_A_WINDOW,
    standardHeaders: 'draft-7',
    legacyHeaders: false,
    keyGenerator: (request) => sessionOf(request).user,
    handler: (_request, _response, next) =>
      next(new Problem(429, 'too_many_uploads', '上传过于频繁，请十分钟后再试。')),
  })
}
