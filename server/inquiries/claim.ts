import { Problem } from '../problem.ts'
import type { Answered, Claim, Figure } from './entry.ts'

/** Half of what the second decimal of a percentage shows. */
const SHOWN_RATE = 0.00005

/** Throws Problem 400 where the claim says nothing about such a figure. */
export function requireTestable({ kind }: Claim, { actual, target, reason }: Figure): void {
  const fault = {
    stands: actual === null ? '该指标没有数值，不能答复“数据无误”，请改选其他结论。' : null,
    corrected: null,
    reported: reason === 'no_data' ? null : '该指标已有数值，不能答复“已补报”，请改选其他结论。',
    caught_up: target === null ? '该指标没有目标值，不能答复“已达到进度”，请改选其他结论。' : null,
  }[kind]
  if (fault !== null) throw new Problem(400, 'bad_request', fault)
}

/** On which day the claim speaks: the newest of the data, or the day asked about. */
export function speaksOfNewest({ kind }: Claim): boolean {
  return kind === 'caught_up'
}

/** Whether what was claimed is so, by the figure of a later load on the claim's day. */
export function holds({ claim, figure }: Answered, now: Figure, isRate: boolean): boolean {
  switch (claim.kind) {
    case 'stands':
      return isSame(now.actual, figure.actual, isRate)
    case 'corrected':
      return isSame(now.actual, claim.value, isRate)
    case 'reported':
      return now.actual !== null
    case 'caught_up':
      return now.status === 'met' || now.status === 'on_pace'
  }
}

/** Counts to the unit; rates as they are shown, to two decimals of a percentage. */
function isSame(a: number | null, b: number | null, isRate: boolean): boolean {
  if (a === null || b === null) return false
  return isRate ? Math.abs(a - b) < SHOWN_RATE : a === b
}
