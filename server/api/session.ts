import { Router, json, type Request, type Response } from 'express'
import { ipKeyGenerator, rateLimit } from 'express-rate-limit'
import { z } from 'zod'
import { asyncHandler } from '../async-handler.ts'
import type { Audit } from '../audit.ts'
import { verifyPassword } from '../passwords.ts'
import { Problem } from '../problem.ts'
import { claimsOf, COOKIE, personOf, refuseElsewhere, type AccountBook } from '../session.ts'
import { secondsLeft, type Tokens } from '../tokens.ts'

type Options = { tokens: Tokens; find: AccountBook; audit: Audit }

const credentials = z.strictObject({
  user: z.string().min(1).max(64),
  password: z.string().min(1).max(256),
})

const FAILURES_A_MINUTE = { ofOneUser: 10, ofOneAddress: 30 }

/** Verified against when there is no such user, so that both refusals take as long. */
const nobody = `scrypt$32768$${'A'.repeat(22)}$${'A'.repeat(43)}`

function cookieOptions(request: Request) {
  return { httpOnly: true, sameSite: 'strict', secure: request.secure, path: '/' } as const
}

function userIn(request: Request): string {
  const parsed = credentials.safeParse(request.body)
  return parsed.success ? parsed.data.user : ''
}

function addressOf(request: Request): string {
  return ipKeyGenerator(request.ip ?? '')
}

function limitFailures(limit: number, keyGenerator: (request: Request) => string) {
  return rateLimit({
    windowMs: 60_000,
    limit,
    skipSuccessfulRequests: true,
    standardHeaders: 'draft-7',
    legacyHeaders: false,
    keyGenerator,
    handler: (_request, _response, next) =>
      next(new Problem(429, 'too_many_attempts', '登录失败次数过多，请一分钟后再试。')),
  })
}

/** The only route of the interface that needs no session: POST /api/session. */
export function signInRouter({ tokens, find, audit }: Options): Router {
  const signIn = async (request: Request, response: Response) => {
    refuseElsewhere(request)
    const parsed = credentials.safeParse(request.body)
    if (!parsed.success) throw new Problem(400, 'bad_request', '请填写用户名和密码。')
    const account = find(parsed.data.user)
    const matches = await verifyPassword(parsed.data.password, account?.password ?? nobody)
    if (!account || !matches) {
      audit({ event: 'sign_in_failed', status: 401 })
      throw new Problem(401, 'wrong_password', '用户名或密码不对，请重新输入。')
    }
    const { user, role, region } = account
    const { token, secondsLeft } = await tokens.start(account)
    audit({ event: 'sign_in', user, role })
    response.cookie(COOKIE, token, { ...cookieOptions(request), maxAge: secondsLeft * 1000 })
    response.json({ user, role, region, secondsLeft, token })
  }
  return Router().post(
    '/api/session',
    json({ limit: '2kb' }),
    limitFailures(FAILURES_A_MINUTE.ofOneAddress, addressOf),
    limitFailures(
      FAILURES_A_MINUTE.ofOneUser,
      (request) => `${addressOf(request)} ${userIn(request)}`,
    ),
    asyncHandler(signIn),
  )
}

/** GET and DELETE /api/session and POST /api/session/extension, behind sign-in. */
export function sessionRouter({ tokens, audit }: Options): Router {
  const router = Router()
  router.get('/api/session', (request, response) => {
    response.json({ ...personOf(request), secondsLeft: secondsLeft(claimsOf(request)) })
  })
  const extend = async (request: Request, response: Response) => {
    const { token, secondsLeft } = await tokens.extend(claimsOf(request))
    response.cookie(COOKIE, token, { ...cookieOptions(request), maxAge: secondsLeft * 1000 })
    response.json({ ...personOf(request), secondsLeft })
  }
  router.post('/api/session/extension', asyncHandler(extend))
  router.delete('/api/session', (request, response) => {
    tokens.revoke(claimsOf(request))
    const { user, role } = personOf(request)
    audit({ event: 'sign_out', user, role })
    response.clearCookie(COOKIE, cookieOptions(request))
    response.setHeader('Clear-Site-Data', '"cache"')
    response.status(204).end()
  })
  return router
}
