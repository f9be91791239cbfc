import { json, Router, type Request } from 'express'
import { z } from 'zod'
import { asyncHandler } from '../async-handler.ts'
import type { Deps, Session } from '../deps.ts'
import { Problem } from '../problem.ts'
import type { NoticeDesk } from '../publicity/desk.ts'
import { noticeOrder, type Notice } from '../publicity/notice.ts'
import { weekdaysFrom } from '../publicity/working-days.ts'

const state = z.strictObject({ published: z.boolean() })
const asked = z.strictObject({ from: z.iso.date() })

function read<Shape extends z.ZodType>(shape: Shape, from: unknown): z.infer<Shape> {
  const parsed = shape.safeParse(from)
  if (parsed.success) return parsed.data
  const where = parsed.error.issues[0]?.path.join('.') ?? ''
  throw new Problem(
    400,
    'bad_request',
    `内容有误：${where || '整体'}不符合接口说明，请改正后再试。`,
  )
}

/** What the public sees: nothing about who made it. */
function shown(found: Notice): Partial<Notice> {
  const rest: Partial<Notice> = { ...found }
  delete rest.madeBy
  delete rest.madeAt
  return rest
}

/** Published notices (公示), for anybody: the only figures given without a sign-in. */
export function publicNoticesRouter(desk: NoticeDesk): Router {
  const router = Router()
  router.get(
    '/public/notices',
    asyncHandler(async (_request, response) => {
      const published = (await desk.list()).filter(({ publishedAt }) => publishedAt !== null)
      response.json({
        notices: published.map(({ id, regionName, year, days }) => ({
          id,
          regionName,
          year,
          days,
        })),
      })
    }),
  )
  router.get(
    '/public/notices/:notice',
    asyncHandler(async (request, response) => {
      response.json(shown(await desk.published(String(request.params['notice']))))
    }),
  )
  return router
}

/** Making notices and deciding whether they are public: for evaluators. */
export function noticesRouter(deps: Deps, desk: NoticeDesk): Router {
  const router = Router()
  const body = json({ limit: '20kb' })
  const evaluator = (request: Request): Session => {
    const session = deps.sessionOf(request)
    if (session.role === 'evaluator') return session
    throw new Problem(403, 'no_permission', '只有评估人员可以生成和公布公示。')
  }
  router.get(
    '/api/notices',
    asyncHandler(async (request, response) => {
      evaluator(request)
      response.json({ notices: await desk.list() })
    }),
  )
  router.get('/api/notices/weekdays', (request, response) => {
    evaluator(request)
    response.json({ days: weekdaysFrom(read(asked, request.query).from) })
  })
  router.post(
    '/api/notices',
    body,
    asyncHandler(async (request, response) => {
      const session = evaluator(request)
      response.status(201).json(await desk.make(session, read(noticeOrder, request.body)))
    }),
  )
  router.post(
    '/api/notices/:notice/state',
    body,
    asyncHandler(async (request, response) => {
      const session = evaluator(request)
      const { published } = read(state, request.body)
      response.json(await desk.publish(session, String(request.params['notice']), published))
    }),
  )
  return router
}
