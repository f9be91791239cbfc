import type { SubmittingUnit } from '../api-submissions.ts'
import { NATION } from '../submissions/calendar-words.ts'

/** A unit of which nothing has been accepted for a quarter, nor for any since. */
export interface Overdue {
  code: string
  name: string
  /** Whether its files may be looked at. */
  readable: boolean
  /** The first quarter that is not there. */
  since: string
  /** The last one that is; null where the unit has never reported. */
  last: string | null
}

/** 2018-06-30 → 2018Q2. */
export function quarterOf(day: string): string {
  return `${day.slice(0, 4)}Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`
}

/** The units whose data are late as a whole in a quarter, the longest overdue first. */
export function overdueUnits(units: SubmittingUnit[], quarter: string): Overdue[] {
  return units
    .filter(({ code }) => code !== NATION)
    .flatMap((unit) => overdueOf(unit, quarter) ?? [])
    .sort((a, b) => a.since.localeCompare(b.since))
}

function overdueOf(
  { code, name, readable, quarters }: SubmittingUnit,
  quarter: string,
): Overdue | null {
  if (!quarters.some((one) => one.quarter === quarter)) return null
  const at = quarters.findLastIndex(({ filesAccepted }) => filesAccepted > 0)
  const last = quarters[at]?.quarter ?? null
  const since = quarters[at + 1]?.quarter
  return since === undefined || since > quarter ? null : { code, name, readable, since, last }
}
