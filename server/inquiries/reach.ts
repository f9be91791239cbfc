import { Problem } from '../problem.ts'
import type { Region } from '../reading/regions.ts'
import type { Person, Session } from '../session.ts'
import type { Figure } from './entry.ts'
import type { Inquiry } from './inquiry.ts'

/** Leaders and evaluators read all; a supervisor the province's, a respondent the own region's and below. */
export function mayRead({ role, region }: Person, { asked }: Inquiry): boolean {
  if (role === 'leader' || role === 'evaluator') return true
  return asked.path.includes(region)
}

export function mayAnswer(person: Person, inquiry: Inquiry): boolean {
  return person.role === 'respondent' && mayRead(person, inquiry) && inquiry.state === 'open'
}

export function mayDecide(person: Person, inquiry: Inquiry): boolean {
  return person.role === 'supervisor' && mayRead(person, inquiry)
}

/** Throws Problem 403 no_permission. */
export function requireSupervisor({ role }: Session): void {
  if (role === 'supervisor') return
  throw new Problem(403, 'no_permission', '只有省级督导账号可以发起和办结督办。')
}

/** Throws Problem 400 where the indicator does not apply to the region: there is nothing to ask. */
export function requireApplicable({ reason }: Figure, { name }: Region): void {
  if (reason !== 'not_applicable') return
  throw new Problem(400, 'bad_request', `这项指标不适用于${name}，没有可以督办的数字。`)
}

/** Asked can be a county or prefecture that there is, not what falls on a region itself. Throws Problem 400. */
export function requireAnswerable({ code, level, exists, name }: Region): void {
  const isAuthority = (level === 'prefecture' && !code.endsWith('9000')) || level === 'county'
  if (isAuthority && exists && !code.endsWith('-self')) return
  throw new Problem(400, 'bad_request', `不能向${name}发起督办：请选择现有的市或县。`)
}
