import { randomBytes, randomUUID } from 'node:crypto'
import { jwtVerify, SignJWT } from 'jose'
import { z } from 'zod'
import { PERSON_ROLES } from './session.ts'

const claims = z.object({
  sub: z.string().min(1),
  jti: z.string().min(1),
  exp: z.number(),
  auth_time: z.number(),
  role: z.enum(PERSON_ROLES),
  region: z.string().regex(/^(000000|[1-9]\d{5})$/),
})

export type Claims = z.infer<typeof claims>

/** How long a session lasts without being extended, and in all (OpenID Connect names `auth_time`). */
const DEFAULT_MINUTES = 8 * 60
const LEAST_MINUTES = 10
const MOST_SECONDS = 24 * 60 * 60

const NAME = 'jiuye-monitor'
const LEAST_SECRET_BYTES = 32

/** SESSION_SECRET, or one made for this start. Throws where it is too short to be safe. */
export function readSecret(given = process.env['SESSION_SECRET']): Uint8Array {
  if (given === undefined) return randomBytes(LEAST_SECRET_BYTES)
  const secret = new TextEncoder().encode(given)
  if (secret.length >= LEAST_SECRET_BYTES) return secret
  throw new Error(
    `SESSION_SECRET 太短：至少 ${LEAST_SECRET_BYTES} 字节，可用 openssl rand -hex 32 生成。`,
  )
}

function secondsNow(): number {
  return Math.floor(Date.now() / 1000)
}

/** Of a session that holds: how many seconds it still does. */
export function secondsLeft({ exp }: Claims): number {
  return Math.max(0, exp - secondsNow())
}

/** SESSION_MINUTES in seconds, or eight hours. Throws where it is no number of minutes of a day. */
export function readSeconds(given = process.env['SESSION_MINUTES']): number {
  const minutes = Number(given ?? DEFAULT_MINUTES)
  if (minutes >= LEAST_MINUTES && minutes * 60 <= MOST_SECONDS) return minutes * 60
  throw new Error(`SESSION_MINUTES 是 ${String(given)}：应为 10 至 1440 之间的分钟数。`)
}

type Signed = { token: string; secondsLeft: number }

/** Signs and checks session tokens; a signed-out one is refused until it would have run out. */
export class Tokens {
  readonly #secret: Uint8Array
  readonly #seconds: number
  readonly #revoked = new Map<string, number>()

  constructor(secret: Uint8Array, seconds: number) {
    this.#secret = secret
    this.#seconds = seconds
  }

  /** The first token of a session. */
  start(account: { user: string; role: string; region: string }): Promise<Signed> {
    return this.#sign({ ...account, jti: randomUUID(), since: secondsNow() })
  }

  /** The same session for as long again, but never longer than a day after the sign-in. */
  extend({ sub, role, region, jti, auth_time }: Claims): Promise<Signed> {
    return this.#sign({ user: sub, role, region, jti, since: auth_time })
  }

  async #sign(session: {
    user: string
    role: string
    region: string
    jti: string
    since: number
  }): Promise<Signed> {
    const { user, role, region, jti, since } = session
    const now = secondsNow()
    const end = Math.min(now + this.#seconds, since + MOST_SECONDS)
    const token = await new SignJWT({ role, region, auth_time: since })
      .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
      .setSubject(user)
      .setJti(jti)
      .setIssuer(NAME)
      .setAudience(NAME)
      .setIssuedAt(now)
      .setExpirationTime(end)
      .sign(this.#secret)
    return { token, secondsLeft: end - now }
  }

  /** The claims of a token that holds, otherwise undefined. */
  async verify(token: string): Promise<Claims | undefined> {
    try {
      const options = { algorithms: ['HS256'], issuer: NAME, audience: NAME, typ: 'JWT' }
      const { payload } = await jwtVerify(token, this.#secret, options)
      const parsed = claims.parse(payload)
      return this.#revoked.has(parsed.jti) ? undefined : parsed
    } catch {
      return undefined
    }
  }

  revoke({ jti, exp }: Claims): void {
    const now = secondsNow()
    for (const [id, end] of this.#revoked) if (end < now) this.#revoked.delete(id)
    this.#revoked.set(jti, exp)
  }
}
