import { type Commitment, commitmentOf, holdsEverywhere, periodOn } from './commitments.ts'
import { addDays, type Day, dayNumber, yearOf } from './days.ts'
import { type Indicator, planOf } from './plan-constants.ts'
import type { Target, World } from './world.ts'

/** A target with the days and values its expected line runs through; a rate has no line. */
export type Line = { target: number; deadline: Day; points: { day: Day; value: number }[] }

type Asked = { indicator: Indicator; commitment: Commitment; region: string; day: Day }

/** The rows under a region's own code; where it has none, those of the codes that have become it. */
function given(world: World, asked: Asked, unit: string): Target[] {
  const { indicator, commitment } = asked
  const isShare = holdsEverywhere(commitment) && commitment.kind !== 'ceiling'
  const { plan } = planOf(indicator)
  const rowsOf = (code: string) => world.targets.get(`${plan} ${indicator} ${code} ${unit}`) ?? []
  const [own, ...before] = world.regions.becoming(codeOf(world, asked), world.asOf).map(rowsOf)
  const years = new Map<string, number>()
  for (const { year, value } of own?.length ? own : before.flat()) {
    const known = years.get(year) ?? 0
    years.set(year, isShare ? Math.max(known, value / 100) : known + value)
  }
  return [...years].map(([year, value]) => ({ year, value }))
}

/** The only leaf of a prefecture without counties goes by the prefecture's own name and target. */
function codeOf(world: World, { region, day }: Asked): string {
  const [code = ''] = region.split('-')
  return region === code || world.regions.hasCounties(code, day) ? region : code
}

/** The tasks of the years added up, from the plan's first year to the first that is not given. */
function yearEnds(rows: Target[], first: number): { day: Day; value: number }[] {
  const ends: { day: Day; value: number }[] = []
  let sum = 0
  for (let year = first; ; year += 1) {
    const row = rows.find((one) => one.year === String(year))
    if (!row) return ends
    sum += row.value
    ends.push({ day: `${year}-12-31`, value: sum })
  }
}

/** Through the year ends where yearly tasks are given, then to the whole on the deadline. */
function planLine(rows: Target[], deadline: Day, begin: Day): Line | undefined {
  const whole = rows.find((row) => row.year === '全期')?.value
  const ends = yearEnds(rows, yearOf(begin))
  const last = whole === undefined ? ends.at(-1) : { day: deadline, value: whole }
  if (!last) return undefined
  const between = ends.filter((point) => point.day < last.day)
  const start = { day: addDays(begin, -1), value: 0 }
  return { target: last.value, deadline: last.day, points: [start, ...between, last] }
}

/** What comes each year or quarter anew, and every rate: that year's task, or the whole plan's. */
function periodLine(rows: Target[], { commitment, day }: Asked): Line | undefined {
  const { deadline, year } = periodOn(commitment, day)
  const row =
    rows.find((one) => one.year === String(year)) ?? rows.find((one) => one.year === '全期')
  if (!row) return undefined
  const target = row.value
  if (commitment.kind === 'rate') return { target, deadline, points: [] }
  const start = { day: `${yearOf(day) - 1}-12-31`, value: 0 }
  return { target, deadline, points: [start, { day: deadline, value: target }] }
}

function lineOf(rows: Target[], asked: Asked): Line | undefined {
  const { kind, until } = asked.commitment
  if (kind === 'rate' || until === 'year') return periodLine(rows, asked)
  const { deadline } = periodOn(asked.commitment, asked.day)
  return planLine(rows, deadline, planOf(asked.indicator).start)
}

function nationalRows(world: World, asked: Asked): Target[] {
  const rows = given(world, asked, '000000')
  const isSet = asked.region === '000000' || holdsEverywhere(asked.commitment)
  if (lineOf(rows, asked) || !isSet) return rows
  return [{ year: '全期', value: asked.commitment.target }]
}

/** The region's own target where it is at least the national one, otherwise the national one. */
export function targetLine(
  world: World,
  indicator: Indicator,
  region: string,
  day: Day,
): Line | undefined {
  const commitment = commitmentOf(indicator)
  if (!commitment) return undefined
  const asked = { indicator, commitment, region, day }
  const province = world.regions.provinceOf(region, day)
  const national = lineOf(nationalRows(world, asked), asked)
  const own = province ? lineOf(given(world, asked, province), asked) : undefined
  if (!own || !national) return own ?? national
  const isStricter =
    commitment.kind === 'ceiling' ? own.target <= national.target : own.target >= national.target
  return isStricter ? own : national
}

/** 序时进度: on the line; a rate is expected at its full target on every day. */
export function expectedOn(line: Line, day: Day): number {
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

/** From the as-of day to the first day on which the line reaches the actual: positive is ahead. */
export function daysAhead(line: Line, actual: number, day: Day): number | null {
  const first = firstDayAt(line, actual)
  return first === undefined ? null : dayNumber(first) - dayNumber(day)
}
