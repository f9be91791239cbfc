import { join, resolve } from 'node:path'
import { Router, static as files } from 'express'
import { packedAssets } from './packed-assets.ts'

const YEAR_MS = 365 * 24 * 60 * 60 * 1000

/** The web bundle; hashed assets are kept, the page itself is asked for anew each time. */
export function webRouter(webRoot: string): Router {
  const router = Router()
  const page = resolve(webRoot, 'index.html')
  const assets = join(webRoot, 'assets')
  const kept = { 'Cache-Control': `public, max-age=${YEAR_MS / 1000}, immutable` }
  router.use('/assets', packedAssets(assets, kept))
  router.use('/assets', files(assets, { maxAge: YEAR_MS, immutable: true }))
  router.use(files(webRoot, { index: false, maxAge: 0 }))
  router.get('*', (request, response, next) => {
    if (!request.accepts('html') || /\.\w+$/.test(request.path)) {
      next()
      return
    }
    response.setHeader('Cache-Control', 'no-cache')
    response.sendFile(page, (error?: Error) => {
      if (error) next()
    })
  })
  return router
}
