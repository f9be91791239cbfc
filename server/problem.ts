import type { ErrorRequestHandler, Request, Response } from 'express'
import { MetricsError } from '../cube/metrics-error.ts'

/** An answer other than the one asked for: `sentence` says what to do. */
export class Problem extends Error {
  readonly status: number
  readonly code: string

  constructor(status: number, code: string, sentence: string, options?: ErrorOptions) {
    super(sentence, options)
    this.status = status
    this.code = code
  }
}

function sendProblem(response: Response, { status, code, message }: Problem): void {
  response
    .status(status)
    .type('application/problem+json')
    .send(JSON.stringify({ type: 'about:blank', title: message, status, code, detail: message }))
}

function fromExpress(error: { status?: unknown; type?: unknown }): Problem | undefined {
  if (error.type === 'entity.too.large')
    return new Problem(413, 'too_large', '请求内容太长，请缩短后再试。')
  if (typeof error.status === 'number' && error.status >= 400 && error.status < 500)
    return new Problem(400, 'bad_request', '请求写法有误，内容应为 UTF-8 的 JSON。')
  return undefined
}

function toProblem(error: unknown): Problem {
  if (error instanceof Problem) return error
  if (error instanceof MetricsError) return new Problem(error.status, error.code, error.message)
  const known = error instanceof Error ? fromExpress(error as { status?: unknown }) : undefined
  return (
    known ?? new Problem(500, 'internal', '系统出错，请稍后再试；仍不行请告知管理员出错的时间。')
  )
}

/** The last middleware: everything that went wrong leaves as problem+json, without its inside. */
export function problemHandler(
  onProblem: (problem: Problem, cause: unknown, request: Request) => void,
) {
  const handler: ErrorRequestHandler = (error: unknown, request, response, next) => {
    const problem = toProblem(error)
    onProblem(problem, error, request)
    if (response.headersSent) next(error)
    else sendProblem(response, problem)
  }
  return handler
}
