import type { Session } from '../deps.ts'
import { Problem } from '../problem.ts'

/** Whether the files of a unit, and what was quarantined in them, may be read. */
export function mayRead({ role, region }: Session, unit: string): boolean {
  return role === 'evaluator' || (role === 'supervisor' && region === unit)
}

/** Throws Problem 403 no_permission, saying who may. */
export function requireReach(session: Session, unit: string): void {
  if (mayRead(session, unit)) return
  const detail =
    session.role === 'leader'
      ? '领导账号只查看报送日历；各单位的文件和隔离清单由报送单位和评估人员查看。'
      : '您的账号只能查看本单位的报送文件和隔离清单，请改选本单位。'
  throw new Problem(403, 'no_permission', detail)
}

/** Only a unit's own supervisor sends its files. */
export function maySend({ role, region }: Session, unit: string): boolean {
  return role === 'supervisor' && region === unit
}

/** Throws Problem 403 no_permission. */
export function requireOwnUnit(session: Session, unit: string): void {
  if (maySend(session, unit)) return
  throw new Problem(403, 'no_permission', '只有本单位的督导账号可以在网页上报送本单位的文件。')
}
