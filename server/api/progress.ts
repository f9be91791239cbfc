import { Router, type Request, type Response } from 'express'
import { asyncHandler } from '../async-handler.ts'
import type { Deps } from '../deps.ts'
import type { StoredAnswer } from '../reading/answers.ts'
import type { ProgressAnswers } from '../reading/progress-answers.ts'
import { readProgressRequest } from '../reading/request.ts'

/** Target beside actual: a row for each indicator and each region of a level under a region. */
export function progressRouter({ sessionOf }: Deps, answers: ProgressAnswers): Router {
  const router = Router()
  router.get(
    '/api/progress',
    asyncHandler(async (request, response) => {
      const asked = readProgressRequest(request.query)
      send(request, response, await answers.get(sessionOf(request), asked))
    }),
  )
  return router
}

function send(request: Request, response: Response, { type, body, zipped }: StoredAnswer): void {
  response.type(type).vary('Accept-Encoding')
  if (zipped === null || !request.acceptsEncodings('gzip')) {
    response.send(body)
  } else {
    response.set('Content-Encoding', 'gzip').send(zipped)
  }
}
