export const ROLES = ['leader', 'supervisor', 'evaluator'] as const

export type Role = (typeof ROLES)[number]

/** Who asks, with what reach, of which snapshot. Cube's policies read `role` and `region`. */
export type SecurityContext = { user: string; role: Role; region: string; snapshot: string }

const province = /^[1-9]\d0000$/

/**
 * A claim that is missing would become `IS NULL` in a row filter and open rows, so every claim is
 * looked at before Cube sees the context. Throws a plain Error naming the claim.
 */
export function checkSecurityContext(context: SecurityContext): SecurityContext {
  const { user, role, region, snapshot } = context as Record<keyof SecurityContext, unknown>
  if (typeof user !== 'string' || user === '') throw new Error('claim user is missing')
  if (!ROLES.includes(role as Role)) throw new Error('claim role is unknown')
  const reach = role === 'supervisor' ? province : /^(000000|[1-9]\d0000)$/
  if (typeof region !== 'string' || !reach.test(region)) throw new Error('claim region is wrong')
  if (typeof snapshot !== 'string' || snapshot === '') throw new Error('claim snapshot is missing')
  return { user, role: role as Role, region, snapshot }
}
