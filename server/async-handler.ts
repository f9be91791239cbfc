import type { Request, RequestHandler, Response } from 'express'

/** Express 4 does not wait for promises: a rejection goes on to the error handler. */
export function asyncHandler(
  handle: (request: Request, response: Response) => unknown,
): RequestHandler {
  return (request, response, next) => {
    Promise.resolve()
      .then(() => handle(request, response))
      .catch(next)
  }
}
