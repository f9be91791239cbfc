import { addDays, dayNumber, yearOf, type Day } from './day.ts'
import { holdsEverywhere, type Indicator } from './plan.ts'

/** One row of a target extract, for one region and indicator; ratios as fractions of 1. */
export type TargetRow = { setBy: 'national' | 'own'; year: number | null; value: number }

/** A point that the expected value passes through. */
export type PathPoint = { day: number; value: number }

type Target = {
  value: number
  setBy: 'plan' | 'national' | 'own'
  deadline: Day
  /** The last year summed, where the target is "to the end of YYYY"; null for a whole one. */
  through: number | null
  /** The line from 0 on the day before the start, through the year ends, to the deadline. */
  path: PathPoint[]
}

export type Targets = { inForce: Target | null; own: Target | null; national: Target | null }

/**
 * The targets of a region: its own (set by the unit it belongs to) and the national one. In force
 * is the own one where it is at least the national one (`down`: at most), otherwise the national
 * one. The plan file's number is the national target of the nation, and of a ratio everywhere;
 * the federation's own rows take its place (the demonstration scales counts that way).
 * Example: national 100, own 120 → own; national 100, own 80 → national.
 */
export function targetsOf(
  indicator: Indicator,
  isNation: boolean,
  rows: TargetRow[],
  year: number | null = null,
): Targets {
  return rows.length === 0
    ? targetsOfPlan(indicator, isNation, year)
    : targetsOfRows(indicator, isNation, rows, year)
}

const withoutRows = new WeakMap<Indicator, Map<string, Targets>>()

/** Those of the plan file alone are the same for every region that no target row names. */
function targetsOfPlan(indicator: Indicator, isNation: boolean, year: number | null): Targets {
  const known = withoutRows.get(indicator) ?? new Map<string, Targets>()
  withoutRows.set(indicator, known)
  const key = `${isNation} ${year}`
  const targets = known.get(key) ?? targetsOfRows(indicator, isNation, [], year)
  known.set(key, targets)
  return targets
}

function targetsOfRows(
  indicator: Indicator,
  isNation: boolean,
  rows: TargetRow[],
  year: number | null,
): Targets {
  const judged = duringYear(indicator, year)
  const own = fromRows(judged, 'own', rows, year)
  const national = fromRows(judged, 'national', rows, year) ?? planTarget(judged, isNation)
  return { inForce: stricter(indicator, own, national), own, national }
}

/** A yearly indicator's line runs from 1 January to 31 December of the year shown (M6, L14). */
function duringYear(indicator: Indicator, year: number | null): Indicator {
  if (indicator.period !== 'year' || year === null) return indicator
  return { ...indicator, starts_on: `${year}-01-01`, deadline: `${year}-12-31` }
}

/** Whether each year's value stands for itself, so that years are not added up. */
function standsAlone({ kind, period }: Indicator): boolean {
  return kind === 'rate' || kind === 'trend' || period !== 'plan'
}

function stricter(indicator: Indicator, own: Target | null, national: Target | null) {
  if (own === null || national === null) return own ?? national
  const ownHolds =
    indicator.direction === 'down' ? own.value <= national.value : own.value >= national.value
  return ownHolds ? own : national
}

function planTarget(indicator: Indicator, isNation: boolean): Target | null {
  const { target, deadline } = indicator
  if (target === null || deadline === null) return null
  if (!isNation && !holdsEverywhere(indicator)) return null
  return whole(indicator, 'plan', target, deadline, [])
}

function fromRows(
  indicator: Indicator,
  setBy: 'national' | 'own',
  all: TargetRow[],
  year: number | null,
): Target | null {
  const { deadline } = indicator
  const rows = all.filter((row) => row.setBy === setBy)
  if (deadline === null || rows.length === 0) return null
  const total = rows.find((row) => row.year === null)
  if (standsAlone(indicator)) {
    const value = (rows.find((row) => row.year !== null && row.year === year) ?? total)?.value
    return value === undefined ? null : whole(indicator, setBy, value, deadline, [])
  }
  const years = yearEnds(indicator, rows)
  if (total !== undefined) return whole(indicator, setBy, total.value, deadline, years)
  return toYearEnd(indicator, setBy, years)
}

function whole(
  indicator: Indicator,
  setBy: Target['setBy'],
  value: number,
  deadline: Day,
  years: PathPoint[],
): Target {
  const end = dayNumber(deadline)
  const between = years.filter((point) => point.day < end)
  return {
    value,
    setBy,
    deadline,
    through: null,
    path: [origin(indicator), ...between, { day: end, value }],
  }
}

function toYearEnd(indicator: Indicator, setBy: Target['setBy'], years: PathPoint[]) {
  const last = years.at(-1)
  if (last === undefined) return null
  const through = yearOf(indicator.starts_on) + years.length - 1
  return {
    value: last.value,
    setBy,
    deadline: `${through}-12-31`,
    through,
    path: [origin(indicator), ...years],
  }
}

function origin(indicator: Indicator): PathPoint {
  return { day: dayNumber(addDays(indicator.starts_on, -1)), value: 0 }
}

/** Yearly tasks added up, one point a year end, from the first year to the first one missing. */
function yearEnds(indicator: Indicator, rows: TargetRow[]): PathPoint[] {
  const points: PathPoint[] = []
  let sum = 0
  for (let year = yearOf(indicator.starts_on); ; year += 1) {
    const row = rows.find((candidate) => candidate.year === year)
    if (row === undefined) return points
    sum += row.value
    points.push({ day: dayNumber(`${year}-12-31`), value: sum })
  }
}

/** Whether yearly rows were left out because an earlier year is missing. */
export function hasYearGap(indicator: Indicator, rows: TargetRow[]): boolean {
  if (rows.length === 0 || standsAlone(indicator)) return false
  return (['national', 'own'] as const).some((setter) => {
    const yearly = rows.filter((row) => row.setBy === setter && row.year !== null)
    return yearEnds(indicator, yearly).length < yearly.length
  })
}
