import { randomBytes, randomUUID } from 'node:crypto'
import { jwtVerify, SignJWT } from 'jose'
import { z } from 'zod'
import { PERSON_ROLES } from './session.ts'

const claims = z.object({
  sub: z.string().min(1),
  jti: z.string().min(1),
  exp: z.number(),
  role: z.enum(PERSON_ROLES),
  region: z.string().regex(/^(000000|[1-9]\d{5})$/),
})

export type Claims = z.infer<typeof claims>

export const TOKEN_SECONDS = 8 * 60 * 60

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

/** Signs and checks session tokens; a signed-out one is refused until it would have run out. */
export class Tokens {
  readonly #secret: Uint8Array
  readonly #revoked = new Map<string, number>()

  constructor(secret: Uint8Array) {
    this.#secret = secret
  }

  async sign({ user, role, region }: { user: string; role: string; region: string }) {
    return new SignJWT({ role, region })
      .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
      .setSubject(user)
      .setJti(randomUUID())
      .setIssuer(NAME)
      .setAudience(NAME)
      .setIssuedAt()
      .setExpirationTime(`${TOKEN_SECONDS}s`)
      .sign(this.#secret)
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
    const now = Date.now() / 1000
    for (const [id, end] of this.#revoked) if (end < now) this.#revoked.delete(id)
    this.#revoked.set(jti, exp)
  }
}
