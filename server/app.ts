import compression from 'compression'
import express, { type Express, type RequestHandler } from 'express'
import type { Metrics } from '../cube/metrics.ts'
import { bridgeRouter } from './api/bridge.ts'
import { cohortsRouter } from './api/cohorts.ts'
import { cubeRouter } from './api/cube.ts'
import { evidenceRouter } from './api/evidence.ts'
import { gapRouter } from './api/gap.ts'
import { institutionReviewRouter } from './api/institution-review.ts'
import { levyChainRouter } from './api/levy-chain.ts'
import { inquiriesRouter } from './api/inquiries.ts'
import { mapRouter } from './api/map.ts'
import { plansRouter } from './api/plans.ts'
import { progressRouter } from './api/progress.ts'
import { noticesRouter, publicNoticesRouter } from './api/publicity.ts'
import { regionsRouter } from './api/regions.ts'
import { recentQuartersRouter } from './api/recent-quarters.ts'
import { reportsRouter } from './api/reports.ts'
import { scoreboardRouter } from './api/scoreboard.ts'
import { searchRouter } from './api/search.ts'
import { seriesRouter } from './api/series.ts'
import { sessionRouter, signInRouter } from './api/session.ts'
import { snapshotsRouter } from './api/snapshots.ts'
import { submissionsRouter } from './api/submissions.ts'
import { targetsRouter } from './api/targets.ts'
import { uploadsRouter } from './api/uploads.ts'
import type { Audit } from './audit.ts'
import type { Deps, Snapshots } from './deps.ts'
import type { Inquiries } from './inquiries/inquiries.ts'
import { noStore, securityHeaders } from './headers.ts'
import { BROTLI } from './packed-assets.ts'
import { Problem, problemHandler } from './problem.ts'
import type { OwnMap } from './own-map/read.ts'
import type { NoticeDesk } from './publicity/desk.ts'
import type { ReportArchives } from './reports/archive.ts'
import type { ReportDesk } from './reports/desk.ts'
import type { ProgressAnswers } from './reading/progress-answers.ts'
import { authenticate, personOf, sessionOf, type AccountBook } from './session.ts'
import type { Uploads } from './submissions/uploads.ts'
import type { Tokens } from './tokens.ts'
import { webRouter } from './web.ts'

export type AppOptions = {
  metrics: Metrics
  snapshots: Snapshots
  progress: ProgressAnswers
  tokens: Tokens
  find: AccountBook
  audit: Audit
  webRoot: string | undefined
  /** None where the server does not know the inbox. */
  uploads?: Uploads | undefined
  desk: ReportDesk
  archives: ReportArchives
  inquiries?: Inquiries | undefined
  notices: NoticeDesk
  /** In the tiles' place. */
  ownMap?: OwnMap | null
  isReady: () => boolean
  /** Refuses every question from now on: later than it stops being ready, for those that wait unread. */
  isClosed: () => boolean
  onFault: (error: unknown) => void
}

const CLOSED = [
  '/graphql',
  '/cubejs-api',
  '/cubejs-system',
  '/cubesql',
  '/playground',
  '/api',
  '/public',
]

const refuseUnknown: RequestHandler = (_request, _response, next) => {
  next(new Problem(404, 'not_found', '没有这个接口，请对照接口说明。'))
}

function refuseClosed(isClosed: () => boolean): RequestHandler {
  return (_request, _response, next) => {
    next(isClosed() ? new Problem(503, 'not_ready', '系统正在停止，请稍后再试。') : undefined)
  }
}

function healthRouter(isReady: () => boolean): express.Router {
  const router = express.Router()
  router.get('/livez', (_request, response) => {
    response.json({ alive: true })
  })
  router.get('/readyz', (_request, response) => {
    response.status(isReady() ? 200 : 503).json({ ready: isReady() })
  })
  return router
}

function auditRefusals({ audit, onFault }: AppOptions) {
  return problemHandler((problem, cause, request) => {
    const { status, code } = problem
    if (status >= 500) onFault(cause)
    if (status === 401 || status === 403 || status === 429)
      audit({ event: 'refused', method: request.method, route: request.path, status, code })
  })
}

/** The whole HTTP interface: sign-in, data behind it, pages; everything else of Cube is closed. */
export function createApp(options: AppOptions): Express {
  const { metrics, snapshots, tokens, find, isReady, isClosed, webRoot } = options
  const deps: Deps = { loadMetrics: metrics.load, snapshots, personOf, sessionOf }
  const app = express()
  app.disable('x-powered-by')
  // Of an answer nobody may keep: hashing it is wasted, for the whole of the nation's counties a fifth of the time.
  app.disable('etag')
  app.set('trust proxy', 'loopback')
  app.set('query parser', 'simple')
  app.use(securityHeaders(), healthRouter(isReady), refuseClosed(isClosed))
  app.use(compression({ brotli: { params: BROTLI } }))
  app.use(['/api', '/cubejs-api', '/public'], noStore)
  app.use(signInRouter(options), publicNoticesRouter(options.notices))
  app.use(['/api', '/cubejs-api/v1/meta', '/cubejs-api/v1/load'], authenticate(tokens, find))
  app.use(
    sessionRouter(options),
    snapshotsRouter(deps),
    regionsRouter(deps),
    mapRouter(deps, options.ownMap ?? null),
  )
  app.use(plansRouter(deps), progressRouter(deps, options.progress), seriesRouter(deps))
  app.use(recentQuartersRouter(deps))
  app.use(bridgeRouter(deps), gapRouter(deps), cubeRouter(metrics, deps))
  app.use(evidenceRouter(deps, metrics))
  app.use(cohortsRouter(deps), institutionReviewRouter(deps), levyChainRouter(deps))
  app.use(submissionsRouter(deps, options.uploads !== undefined))
  app.use(reportsRouter({ deps, desk: options.desk, archives: options.archives }))
  app.use(uploadsRouter(deps, options.uploads), inquiriesRouter(deps, options.inquiries))
  app.use(scoreboardRouter(deps), targetsRouter(deps), searchRouter(deps))
  app.use(noticesRouter(deps, options.notices))
  app.use(CLOSED, refuseUnknown)
  if (webRoot !== undefined) app.use(webRouter(webRoot))
  app.use(refuseUnknown, auditRefusals(options))
  return app
}
