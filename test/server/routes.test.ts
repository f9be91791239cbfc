import { expect, it } from 'vitest'
import { createApp, type AppOptions } from '../../server/app.ts'

type Layer = {
  route?: { path: string; methods: Record<string, boolean> }
  handle: { stack?: Layer[] }
}

function routesIn(layers: Layer[]): string[] {
  return layers.flatMap(({ route, handle }) => {
    if (!route) return routesIn(handle.stack ?? [])
    return Object.keys(route.methods).map((method) => `${method.toUpperCase()} ${route.path}`)
  })
}

/** A route that is new here needs a line in session.test.ts, which asks for it without a session. */
it('serves these routes and no others', () => {
  const never = () => undefined
  const app = createApp({
    metrics: {},
    webRoot: '.',
    find: never,
    isReady: never,
  } as unknown as AppOptions)
  const { stack } = (app as unknown as { _router: { stack: Layer[] } })._router
  expect(routesIn(stack).toSorted()).toEqual([
    'DELETE /api/reports/:report',
    'DELETE /api/session',
    'DELETE /api/submissions/:unit/:quarter/uploads/:upload',
    'GET *',
    'GET /api/bridge',
    'GET /api/cohorts',
    'GET /api/evidence',
    'GET /api/gap',
    'GET /api/inquiries',
    'GET /api/institution-review',
    'GET /api/levy-chain',
    'GET /api/map',
    'GET /api/notices',
    'GET /api/notices/weekdays',
    'GET /api/plans',
    'GET /api/plans/:plan/indicators',
    'GET /api/progress',
    'GET /api/regions/:code',
    'GET /api/report-archives/:archive',
    'GET /api/report-archives/:archive/file',
    'GET /api/reports',
    'GET /api/reports/:report',
    'GET /api/reports/:report/annexes',
    'GET /api/reports/:report/differences',
    'GET /api/reports/:report/document',
    'GET /api/scoreboard',
    'GET /api/search',
    'GET /api/series',
    'GET /api/session',
    'GET /api/snapshots',
    'GET /api/submissions',
    'GET /api/submissions/:unit/:quarter',
    'GET /api/submissions/:unit/:quarter/mend-list',
    'GET /api/submissions/:unit/:quarter/quarantine',
    'GET /api/submissions/:unit/:quarter/uploads/:upload',
    'GET /api/targets',
    'GET /cubejs-api/v1/load',
    'GET /cubejs-api/v1/meta',
    'GET /livez',
    'GET /public/notices',
    'GET /public/notices/:notice',
    'GET /readyz',
    'POST /api/inquiries',
    'POST /api/inquiries/:inquiry/answers',
    'POST /api/inquiries/:inquiry/decisions',
    'POST /api/notices',
    'POST /api/notices/:notice/state',
    'POST /api/report-archives',
    'POST /api/reports',
    'POST /api/reports/:report/state',
    'POST /api/session',
    'POST /api/session/extension',
    'POST /api/submissions/:unit/:quarter/accept',
    'POST /api/submissions/:unit/:quarter/check',
    'POST /cubejs-api/v1/load',
    'PUT /api/reports/:report',
  ])
})
