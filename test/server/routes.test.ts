import { expect, it } from 'vitest'
import { createApp, type AppOptions } from '../../server/app.ts'
import { ROUTES } from './routes.ts'

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

it('serves these routes and no others', () => {
  const never = () => undefined
  const app = createApp({
    metrics: {},
    webRoot: '.',
    find: never,
    isReady: never,
    isClosed: never,
  } as unknown as AppOptions)
  const { stack } = (app as unknown as { _router: { stack: Layer[] } })._router
  expect(routesIn(stack).toSorted()).toEqual(ROUTES)
})
