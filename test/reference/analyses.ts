import { begunOutOfWork, converting, lastDayOfChain, windowOf } from './count-cohort.ts'
import { countLedger, ledgerSides } from './count-ledger.ts'
import { countPlaced } from './count-placement.ts'
import { addDays, type Day, dayNumber, yearBefore, yearOf } from './days.ts'
import { validPosts } from './posts.ts'
import { registrationOn } from './people.ts'
import { registeredOn } from './registered.ts'
import { aboveOn, Tally } from './tally.ts'
import type { Course } from './records.ts'
import type { World } from './world.ts'

/** Counts by name, each in every region that a leaf adds to. */
class Sheet {
  private readonly tallies = new Map<string, Tally>()
  private readonly above: (leaf: string) => string[]

  constructor(
    private readonly world: World,
    day: Day,
  ) {
    this.above = aboveOn(world.regions, day)
  }

  /** In provinces that reported the extract. */
  tally(name: string, extract: string): Tally {
    const known = this.tallies.get(name)
    if (known) return known
    const hasReported = (province: string) => this.world.reported.has(`${province} ${extract}`)
    const tally = new Tally(this.above, hasReported)
    this.tallies.set(name, tally)
    return tally
  }

  in(name: string, region: string) {
    return this.tallies.get(name)?.in(region) ?? { numerator: 0, denominator: 0 }
  }

  names(): string[] {
    return [...this.tallies.keys()]
  }
}

const horizons = [30, 90, 180, 365]

function monthEnd(day: Day): Day {
  const [year = 0, month = 0] = day.split('-').map(Number)
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10)
}

/** Counting, Analysis: cohorts, as `month outcome days`; a month is known once all its days have passed. */
export function cohortsOn(world: World, day: Day): Sheet {
  const sheet = new Sheet(world, day)
  const begun = begunOutOfWork(world, day)
  for (const { person, leaf } of registeredOn(world, day))
    for (const course of begun.get(person) ?? []) addCourse(world, day, { sheet, leaf, course })
  return sheet
}

function addCourse(
  world: World,
  day: Day,
  { sheet, leaf, course }: { sheet: Sheet; leaf: string; course: Course },
): void {
  const end = monthEnd(course.endedOn)
  const spells = world.spells.get(course.person ?? '') ?? []
  const first = converting(course, spells)
  const name = (outcome: string, days: number) => `${end.slice(0, 7)} ${outcome} ${days}`
  if (end <= day) sheet.tally(name('trained', 0), 'training').add(leaf, 0, 1)
  for (const days of horizons) {
    const isConverted = spells.some(
      ({ startedOn }) => startedOn >= course.endedOn && startedOn <= addDays(course.endedOn, days),
    )
    if (addDays(end, days) <= day)
      sheet.tally(name('converted', days), 'training').add(leaf, isConverted ? 1 : 0, 1)
    if (!first || addDays(end, 180 + days - 1) > day) continue
    const lasted = dayNumber(lastDayOfChain(first, spells, day)) - dayNumber(first.startedOn) + 1
    sheet.tally(name('stable', days), 'employment').add(leaf, lasted >= days ? 1 : 0, 1)
  }
}

type Rate = { numerator: number; denominator: number }
/** `unit code` of a training institution, with its three rates. */
type Institutions = Map<string, Record<'L10' | 'L11' | 'L12', Rate>>

const keyOf = ({ unit, institution }: Course) => `${unit} ${institution}`

/** Counting, Analysis: every training under an institution, wherever those trained are registered. */
function ratesOn(world: World, day: Day): Institutions {
  const found: Institutions = new Map()
  const none = () => ({ numerator: 0, denominator: 0 })
  const add = (course: Course, indicator: 'L10' | 'L11' | 'L12', reached: boolean) => {
    const rates = found.get(keyOf(course)) ?? { L10: none(), L11: none(), L12: none() }
    rates[indicator].denominator += 1
    if (reached) rates[indicator].numerator += 1
    found.set(keyOf(course), rates)
  }
  const has = (leaf: string, extract: string) =>
    world.reported.has(`${world.regions.provinceOf(leaf, day)} ${extract}`)
  const begun = begunOutOfWork(world, day)
  const { from, until } = windowOf(day)
  for (const { person, leaf } of registeredOn(world, day)) {
    const spells = world.spells.get(person) ?? []
    const courses = begun.get(person) ?? []
    for (const course of courses)
      if (has(leaf, 'training') && course.endedOn >= from && course.endedOn <= until)
        add(course, 'L10', converting(course, spells) !== undefined)
    const starts = new Set(courses.map((course) => converting(course, spells)))
    for (const spell of starts) {
      if (!spell || spell.startedOn < from || spell.startedOn > until) continue
      const last = lastDayOfChain(spell, spells, day)
      const isStable = dayNumber(last) - dayNumber(spell.startedOn) + 1 >= 180
      const [latest] = courses
        .filter((course) => converting(course, spells)?.startedOn === spell.startedOn)
        .sort((a, b) => (orderOf(a) > orderOf(b) ? -1 : 1))
      if (latest && has(leaf, 'employment')) add(latest, 'L11', isStable)
    }
  }
  for (const course of world.records.courses) {
    const { unit, region, person, endedOn, satisfaction } = course
    if (!satisfaction || yearOf(endedOn) !== yearOf(day) || endedOn > day) continue
    if (person && !registrationOn(world.people.get(person), day)) continue
    const leaf = world.regions.leafOf(unit, region, day)
    if (has(leaf, 'training')) add(course, 'L12', Number(satisfaction) >= 4)
  }
  return found
}

/** A spell counts once, for the training completed last before it. */
function orderOf({ endedOn, unit, record }: Course): string {
  return `${endedOn} ${unit} ${record}`
}

const bounds = {
  L10: { exit: 0.05, warn: 0.1 },
  L11: { exit: 0.3, warn: 0.6 },
  L12: { exit: 0.6, warn: 0.8 },
} as const

type Listed = { decision: string } & Record<'L10' | 'L11' | 'L12', Rate & { finding: string }>

/** 进退机制, by the plan's bounds: on fewer than 30 nothing is judged. */
export function institutionsOn(world: World, day: Day): Map<string, Listed> {
  const now = ratesOn(world, day)
  const before = ratesOn(world, yearBefore(day))
  const none = { numerator: 0, denominator: 0 }
  const all = new Set(world.records.courses.map(keyOf))
  return new Map(
    [...all].map((key) => {
      const judged = (indicator: keyof typeof bounds) => {
        const rate = now.get(key)?.[indicator] ?? none
        const earlier = before.get(key)?.[indicator] ?? none
        return { ...rate, finding: findingOf(rate, earlier, bounds[indicator]) }
      }
      const measures = { L10: judged('L10'), L11: judged('L11'), L12: judged('L12') }
      const findings = Object.values(measures).map(({ finding }) => finding)
      return [key, { ...measures, decision: decisionOf(findings) }]
    }),
  )
}

function findingOf(
  now: Rate,
  before: Rate,
  { exit, warn }: { exit: number; warn: number },
): string {
  if (now.denominator < 30) return 'too_few'
  const rate = now.numerator / now.denominator
  if (rate < exit) return 'below_exit'
  if (rate < warn) return 'below_warning'
  const hasFallen = before.denominator >= 30 && before.numerator / before.denominator - rate > 0.1
  return hasFallen ? 'fell' : 'met'
}

function decisionOf(findings: string[]): string {
  if (findings.includes('below_exit')) return 'exit'
  if (findings.includes('below_warning') || findings.includes('fell')) return 'warning'
  return findings.includes('met') ? 'renewal' : 'too_few'
}

/** Counting, Analysis: the chain of the as-of day's year; amounts in 0.0001 yuan, also by item. */
export function chainOn(world: World, day: Day): Sheet {
  const sheet = new Sheet(world, day)
  const ledger = `levy_ledger ${yearOf(day)}`
  countLedger(world, day, sheet.tally('income', ledger), ledgerSides.L3)
  countLedger(world, day, sheet.tally('spending', ledger), ledgerSides.L4)
  countLedger(world, day, sheet.tally('direct', ledger), ledgerSides.L2)
  for (const item of new Set(world.records.entries.map((entry) => entry.item)))
    countLedger(world, day, sheet.tally(`item ${item}`, ledger), (entry) => ({
      above: !entry.isIncome && entry.item === item,
      below: !entry.isIncome && entry.item === item,
    }))
  countPlaced(world, day, sheet.tally('persons', `placement ${yearOf(day)}`))
  return sheet
}

/** Duplicates by pair, as `lower higher`: gross the rows in either of people in both, net the people. */
export function pairsOn(world: World, day: Day): Map<string, { gross: number; net: number }> {
  const provinces = new Map<string, Map<string, number>>()
  for (const { unit, region, person, isSoldier } of validPosts(world, day)) {
    if (!isSoldier && !registrationOn(world.people.get(person), day)) continue
    const leaf = world.regions.leafOf(unit, region, day)
    const province = world.regions.provinceOf(leaf, day) ?? ''
    if (!world.reported.has(`${province} placement ${yearOf(day)}`)) continue
    const rows = provinces.get(person) ?? new Map<string, number>()
    rows.set(province, (rows.get(province) ?? 0) + 1)
    provinces.set(person, rows)
  }
  const pairs = new Map<string, { gross: number; net: number }>()
  for (const rows of provinces.values())
    for (const [one, many] of rows)
      for (const [other, more] of rows) {
        if (one >= other) continue
        const pair = pairs.get(`${one} ${other}`) ?? { gross: 0, net: 0 }
        pairs.set(`${one} ${other}`, { gross: pair.gross + many + more, net: pair.net + 1 })
      }
  return pairs
}
