import type { Request, RequestHandler } from 'express'
import { ROLES, type Role } from '../cube/security-context.ts'
import type { Account } from './accounts.ts'
import { Problem } from './problem.ts'
import type { Claims, Tokens } from './tokens.ts'

/** Those who read figures, with the reach that Cube's policies know. */
export type Session = { user: string; role: Role; region: string }

/** A respondent (答复人) of a county or prefecture answers inquiries and reads nothing else. */
export const PERSON_ROLES = [...ROLES, 'respondent'] as const

export type Person = { user: string; role: (typeof PERSON_ROLES)[number]; region: string }

/** Who may sign in now; asked at every request, so that a removed account stops at once. */
export type AccountBook = (user: string) => Account | undefined

type SignedIn = { person: Person; claims: Claims }

export const COOKIE = 'session'

const signedIn = new WeakMap<Request, SignedIn>()

function cookieOf(request: Request): string | undefined {
  const cookies = (request.headers.cookie ?? '').split(';').map((part) => part.trim())
  return cookies.find((part) => part.startsWith(`${COOKIE}=`))?.slice(COOKIE.length + 1)
}

function bearerOf(request: Request): string | undefined {
  return /^Bearer (\S+)$/i.exec(request.headers.authorization ?? '')?.[1]
}

/** A cookie travels by itself, so what it may change must come from our own pages. */
function comesFromElsewhere(request: Request): boolean {
  if (request.method === 'GET' || request.method === 'HEAD') return false
  const site = request.headers['sec-fetch-site']
  if (site !== undefined) return site !== 'same-origin' && site !== 'none'
  const { origin, host } = request.headers
  return origin !== undefined && (!URL.canParse(origin) || new URL(origin).host !== host)
}

function personFrom(claims: Claims, find: AccountBook): Person | undefined {
  const account = find(claims.sub)
  if (account?.role !== claims.role || account.region !== claims.region) return undefined
  return { user: account.user, role: account.role, region: account.region }
}

/** Lets signed-in people through; others get Problem 401 not_signed_in. */
export function authenticate(tokens: Tokens, find: AccountBook): RequestHandler {
  const check = async (request: Request) => {
    const bearer = bearerOf(request)
    const token = bearer ?? cookieOf(request)
    const claims = token === undefined ? undefined : await tokens.verify(token)
    const person = claims && personFrom(claims, find)
    if (!claims || !person)
      throw new Problem(401, 'not_signed_in', '请先登录；登录已过期的请重新登录。')
    if (bearer === undefined) refuseElsewhere(request)
    signedIn.set(request, { person, claims })
  }
  return (request, _response, next) => {
    check(request).then(() => next(), next)
  }
}

/** Throws Problem 403 other_site. */
export function refuseElsewhere(request: Request): void {
  if (comesFromElsewhere(request))
    throw new Problem(403, 'other_site', '请求来自其他网站，已拒绝；请在本系统页面内操作。')
}

function ofRequest(request: Request): SignedIn {
  const found = signedIn.get(request)
  if (found) return found
  throw new Problem(401, 'not_signed_in', '请先登录。')
}

export function personOf(request: Request): Person {
  return ofRequest(request).person
}

/** Every figure is read through this. Throws Problem 403 no_permission for a respondent. */
export function sessionOf(request: Request): Session {
  const { role, ...rest } = personOf(request)
  if (role !== 'respondent') return { role, ...rest }
  throw new Problem(403, 'no_permission', '答复账号只能查看和答复发给本地区的督办。')
}

export function claimsOf(request: Request): Claims {
  return ofRequest(request).claims
}
