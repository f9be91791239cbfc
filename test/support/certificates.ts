import { citizenCheck, creditCheck } from '../reference/numbers-of-people.ts'

export type Holder = {
  born: string
  serial: number
  type?: number
  grade?: number
  suffix?: string
}

/** A valid certificate number of a person who never was; an odd serial is a man's. */
export function certificateOf({ born, serial, type = 4, grade = 3, suffix = '' }: Holder): string {
  const head = `110105${born.replaceAll('-', '')}${String(serial).padStart(3, '0')}`
  return `${head}${citizenCheck(head)}${type}${grade}${suffix}`
}

/** A valid credit code of an employer that is none. */
export function creditCodeOf(serial: number): string {
  const head = `91110105${String(serial).padStart(9, '0')}`
  return head + (creditCheck(head) ?? '')
}
