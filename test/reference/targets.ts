import { addDays, type Day, dayNumber, yearOf } from './days.ts'
import { graduationYearOn } from './count-employment.ts'
import { deadlines, type Indicator, isRatio, planStart } from './plan-constants.ts'
import type { Target, World } from './world.ts'

/** A target with the days and values its expected line runs through. */
export type Line = { target: number; deadline: Day; points: { day: Day; value: number }[] }

const nationwide: Partial<Record<Indicator, number>> = {
  A1: 1_000_000,
  A2: 500_000,
  A3: 500_000,
}
const everywhere: Partial<Record<Indicator, number>> = { B3: 1, B4: 1, C1: 0.6 }

const start = { day: addDays(planStart, -1), value: 0 }

/** The rows under a region's own code; where it has none, the sum of those that have become it. */
function given(world: World, indicator: Indicator, region: string, unit: string): Target[] {
  const scale = isRatio(indicator) ? 100 : 1
  const rowsOf = (code: string) => world.targets.get(`13-5 ${indicator} ${code} ${unit}`) ?? []
  const [own, ...before] = world.regions.becoming(codeOf(world, region), world.asOf).map(rowsOf)
  const years = new Map<string, number>()
  for (const { year, value } of own?.length ? own : before.flat())
    years.set(year, (years.get(year) ?? 0) + value / scale)
  return [...years].map(([year, value]) => ({ year, value }))
}

/** The only leaf of a prefecture without counties goes by the prefecture's own name and target. */
function codeOf(world: World, region: string): string {
  const [code = ''] = region.split('-')
  return region === code || world.regions.hasCounties(code, world.asOf) ? region : code
}

/** The tasks of the years added up, from the plan's first year to the first that is not given. */
function yearEnds(rows: Target[]): { day: Day; value: number }[] {
  const ends: { day: Day; value: number }[] = []
  let sum = 0
  for (let year = yearOf(planStart); ; year += 1) {
    const row = rows.find((one) => one.year === String(year))
    if (!row) return ends
    sum += row.value
    ends.push({ day: `${year}-12-31`, value: sum })
  }
}

/** Through the year ends where yearly tasks are given, then to the whole on the deadline. */
function lineThrough(rows: Target[], deadline: Day): Line | undefined {
  const whole = rows.find((row) => row.year === '全期')?.value
  const ends = yearEnds(rows)
  const last = whole === undefined ? ends.at(-1) : { day: deadline, value: whole }
  if (!last) return undefined
  const between = ends.filter((point) => point.day < last.day)
  return { target: last.value, deadline: last.day, points: [start, ...between, last] }
}

function graduateLine(rows: Target[], day: Day): Line | undefined {
  const year = String(graduationYearOn(day))
  const own = rows.find((row) => row.year === year) ?? rows.find((row) => row.year === '全期')
  return own && { target: own.value, deadline: `${year}-12-31`, points: [] }
}

function lineSetBy(
  world: World,
  indicator: Indicator,
  region: string,
  unit: string,
  day: Day,
): Line | undefined {
  const rows = given(world, indicator, region, unit)
  if (indicator === 'C1') return graduateLine(rows, day)
  return lineThrough(rows, deadlines[indicator] ?? '')
}

function planLine(indicator: Indicator, region: string, day: Day): Line | undefined {
  const target = everywhere[indicator] ?? (region === '000000' ? nationwide[indicator] : undefined)
  if (target === undefined) return undefined
  const rows = [{ year: '全期', value: target }]
  return indicator === 'C1'
    ? graduateLine(rows, day)
    : lineThrough(rows, deadlines[indicator] ?? '')
}

/** The region's own target where it is at least the national one, otherwise the national one. */
export function targetLine(
  world: World,
  indicator: Indicator,
  region: string,
  day: Day,
): Line | undefined {
  const province = world.regions.provinceOf(region, day)
  const national =
    lineSetBy(world, indicator, region, '000000', day) ?? planLine(indicator, region, day)
  const own = province ? lineSetBy(world, indicator, region, province, day) : undefined
  return own && (!national || own.target >= national.target) ? own : national
}

/** 序时进度: on the line; a rate is expected at its full target on every day. */
export function expectedOn(line: Line, day: Day): number {
  if (line.points.length === 0) return line.target
  for (const [place, to] of line.points.entries()) {
    if (day > to.day) continue
    const from = line.points[place - 1]
    if (!from) return to.value
    const share = (dayNumber(day) - dayNumber(from.day)) / (dayNumber(to.day) - dayNumber(from.day))
    return from.value + (to.value - from.value) * share
  }
  return line.target
}

/** The first day on which the line reaches a value; undefined where it never does. */
function firstDayAt(line: Line, value: number): Day | undefined {
  for (const [place, to] of line.points.entries()) {
    if (to.value < value) continue
    const from = line.points[place - 1]
    if (!from || from.value >= value) return from?.day ?? to.day
    const share = (value - from.value) / (to.value - from.value)
    const days = share * (dayNumber(to.day) - dayNumber(from.day))
    return addDays(from.day, Math.ceil(days - 1e-9))
  }
  return undefined
}

/** From the as-of day to the first day on which the expected value reaches the actual: positive is ahead. */
export function daysAhead(line: Line, actual: number, day: Day): number | null {
  const first = firstDayAt(line, actual)
  return first === undefined ? null : dayNumber(first) - dayNumber(day)
}
