import type { Session } from '../deps.ts'
import { Problem } from '../problem.ts'
import type { Region } from './regions.ts'
import type { AskedLevel } from './request.ts'

/**
 * Leaders and evaluators read every region. A supervisor reads the own province and all below it,
 * and of the nation the total and the provinces' totals. Throws Problem 403 no_permission.
 */
export function requireAccess(session: Session, region: Region, level: AskedLevel): void {
  if (session.role !== 'supervisor' || region.province === session.region) return
  const isTotal = region.level === 'nation' && (level === 'self' || level === 'province')
  if (isTotal) return
  throw new Problem(
    403,
    'no_permission',
    '您的账号没有查看该地区数据的权限：只能查看本省及其下属地区，以及全国和各省合计。',
  )
}

/** Whether the session may open the region's own page; its name everybody may know. */
export function mayRead({ role, region: own }: Session, { level, province }: Region): boolean {
  return role !== 'supervisor' || level === 'nation' || province === own
}
