import { json, Router, type Request, type RequestHandler } from 'express'
import { z } from 'zod'
import { asyncHandler } from '../async-handler.ts'
import type { Deps, Session } from '../deps.ts'
import { Problem } from '../problem.ts'
import { loadRegions, provincesOf } from '../reading/regions.ts'
import type { ReportArchives } from '../reports/archive.ts'
import type { ReportDesk } from '../reports/desk.ts'
import { reportOrder, reportTexts } from '../reports/order.ts'
import { REPORT_STATES, type ReportRecord } from '../reports/record.ts'
import { stepsFrom } from '../reports/steps.ts'

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

const ordered = reportOrder.extend({ snapshot: reportOrder.shape.snapshot.optional() })
const revision = z.number().int().positive()
const written = z.strictObject({
  texts: reportTexts,
  limit: z.number().int().min(500).max(20_000),
  revision,
})
const stepAsked = z.strictObject({ to: z.enum(REPORT_STATES), revision })

function read<Shape extends z.ZodType>(shape: Shape, body: unknown): z.infer<Shape> {
  const parsed = shape.safeParse(body)
  if (parsed.success) return parsed.data
  const where = parsed.error.issues[0]?.path.join('.') ?? ''
  throw new Problem(
    400,
    'bad_request',
    `内容有误：${where || '整体'}不符合接口说明，请改正后再试。`,
  )
}

function requireEvaluator({ role }: Session): void {
  if (role !== 'evaluator')
    throw new Problem(403, 'no_permission', '只有评估人员可以编写和审核报告。')
}

/** Evaluators read all; others what was approved, a supervisor of the own province and the nation. */
function mayRead({ role, region }: Session, { state, order }: ReportRecord): boolean {
  if (role === 'evaluator') return true
  if (state !== 'approved' && state !== 'locked') return false
  return role === 'leader' || order.region === '000000' || order.region === region
}

type Parts = { deps: Deps; desk: ReportDesk; archives: ReportArchives }

/** Reports: ordering one, writing beside its figures, its life, and what it is taken away as. */
export function reportsRouter(parts: Parts): Router {
  const router = Router()
  const body = json({ limit: '200kb' })
  router.get(
    '/api/reports',
    asyncHandler((request, response) => listed(parts, request).then((all) => response.json(all))),
  )
  router.post(
    '/api/reports',
    body,
    asyncHandler(async (request, response) => {
      response.status(201).json(await made(parts, request))
    }),
  )
  router.get(
    '/api/reports/:report',
    asyncHandler(async (request, response) => {
      const { record, session } = await opened(parts, request)
      response.json(await whole(parts, session, record))
    }),
  )
  router.put(
    '/api/reports/:report',
    body,
    asyncHandler(async (request, response) => {
      const { record, session } = await owned(parts, request)
      const changed = await parts.desk.write(session, record.id, read(written, request.body))
      response.json(await whole(parts, session, changed))
    }),
  )
  router.post(
    '/api/reports/:report/state',
    body,
    asyncHandler(async (request, response) => {
      const { record, session } = await owned(parts, request)
      const { to, revision: seen } = read(stepAsked, request.body)
      const changed = await parts.desk.step(session, record.id, to, seen)
      response.json(await whole(parts, session, changed))
    }),
  )
  router.delete(
    '/api/reports/:report',
    asyncHandler(async (request, response) => {
      const { record, session } = await owned(parts, request)
      await parts.desk.remove(session, record)
      response.status(204).end()
    }),
  )
  downloads(router, parts)
  archiveRoutes(router, parts, body)
  return router
}

function downloads(router: Router, parts: Parts): void {
  router.get(
    '/api/reports/:report/document',
    asyncHandler(async (request, response) => {
      const { record, session } = await opened(parts, request)
      response.attachment(`${record.title}.docx`).type(DOCX)
      response.send(Buffer.from(await parts.desk.document(session, record)))
    }),
  )
  router.get(
    '/api/reports/:report/annexes',
    asyncHandler(async (request, response) => {
      const { record, session } = await opened(parts, request)
      response.attachment(`${record.title} 附表.xlsx`).type(XLSX)
      response.send(Buffer.from(await parts.desk.workbook(session, record)))
    }),
  )
  router.get(
    '/api/reports/:report/differences',
    asyncHandler(async (request, response) => {
      const { record, session } = await opened(parts, request)
      response.json(await parts.desk.differences(session, record))
    }),
  )
}

function archiveRoutes(router: Router, { deps, archives }: Parts, body: RequestHandler): void {
  router.post(
    '/api/report-archives',
    body,
    asyncHandler(async (request, response) => {
      const session = deps.sessionOf(request)
      requireEvaluator(session)
      const {
        kind,
        plan,
        asOf,
        snapshot: asked,
      } = read(ordered.omit({ region: true }), request.body)
      const snapshot = deps.snapshots.get(asked).id
      const tree = await loadRegions(deps.loadMetrics, { ...session, snapshot }, asOf)
      const regions = provincesOf(tree).map(({ code }) => code)
      response
        .status(202)
        .json({ archive: archives.start(session, { kind, plan, asOf, snapshot }, regions) })
    }),
  )
  router.get('/api/report-archives', (request, response) => {
    const session = deps.sessionOf(request)
    requireEvaluator(session)
    response.json({ archive: archives.ownOf(session) })
  })
  router.get('/api/report-archives/:archive', (request, response) => {
    const { done, total, failed, file } = archives.get(
      request.params.archive,
      deps.sessionOf(request),
    )
    response.json({ done, total, failed, ready: file !== null })
  })
  router.get('/api/report-archives/:archive/file', (request, response) => {
    const { file } = archives.get(request.params.archive, deps.sessionOf(request))
    if (file === null) throw new Problem(409, 'archive_running', '压缩包还没有生成完，请稍候。')
    response.attachment('reports.zip').type('application/zip').send(Buffer.from(file))
  })
}

async function listed({ deps, desk }: Parts, request: Request) {
  const session = deps.sessionOf(request)
  const all = await desk.store.list()
  return {
    reports: all.filter((record) => mayRead(session, record)).map(headOf),
    mayWrite: session.role === 'evaluator',
  }
}

function headOf(record: ReportRecord) {
  const { id, order, title, regionName, state, author, history, revision: seen } = record
  return {
    id,
    ...order,
    title,
    regionName,
    state,
    author,
    changedAt: history.at(-1)?.at ?? '',
    revision: seen,
  }
}

async function made({ deps, desk }: Parts, request: Request) {
  const session = deps.sessionOf(request)
  requireEvaluator(session)
  const order = read(ordered, request.body)
  const { id } = deps.snapshots.get(order.snapshot)
  return headOf(await desk.create(session, { ...order, snapshot: id }))
}

async function opened({ deps, desk }: Parts, request: Request) {
  const session = deps.sessionOf(request)
  const record = await desk.store.get(String(request.params['report']))
  if (mayRead(session, record)) return { session, record }
  throw new Problem(403, 'no_permission', '您的账号没有查看这份报告的权限。')
}

async function owned(parts: Parts, request: Request) {
  const found = await opened(parts, request)
  requireEvaluator(found.session)
  return found
}

async function whole({ desk }: Parts, session: Session, record: ReportRecord) {
  const blocks = await desk.blocks(record)
  const { texts, limit, narrative, history, hash, ruleVersion, demonstration } = record
  const steps =
    session.role === 'evaluator' ? stepsFrom(record, session.user, desk.evaluators()) : []
  const editable = session.role === 'evaluator' && record.state === 'draft'
  return {
    ...headOf(record),
    ...{
      texts,
      limit,
      narrative,
      history,
      hash,
      ruleVersion,
      demonstration,
      blocks,
      steps,
      editable,
    },
  }
}
