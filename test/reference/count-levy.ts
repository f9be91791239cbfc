import { type Day, yearOf } from './days.ts'
import { dividedHalfUp } from './exact.ts'
import { beyondRatio, isExempt, levyDue, localWageOf, ratioOf } from './levy.ts'
import { validPosts } from './posts.ts'
import type { Filing } from './records.ts'
import type { Tally } from './tally.ts'
import type { World } from './world.ts'

/** A filing of the day's year with what the rules make of it. */
type Judged = { filing: Filing; leaf: string; beyond: bigint; difference: bigint }

/** By `unit employer`: each person once, two if severe in a row. */
function weightedCounts(world: World, day: Day): Map<string, number> {
  const people = new Map<string, Map<string, number>>()
  for (const { unit, employer, person, isSevere } of validPosts(world, day)) {
    const name = `${unit} ${employer}`
    const placed = people.get(name) ?? new Map<string, number>()
    placed.set(person, Math.max(placed.get(person) ?? 1, isSevere ? 2 : 1))
    people.set(name, placed)
  }
  const sums = [...people].map(([name, placed]) => {
    const weights = [...placed.values()]
    return [name, weights.reduce((sum, weight) => sum + weight, 0)] as const
  })
  return new Map(sums)
}

function judged(world: World, filing: Filing, weighted: number, day: Day): Judged {
  const leaf = world.regions.leafOf(filing.unit, filing.region, day)
  const province = world.regions.provinceOf(leaf, day) ?? ''
  const ratio = ratioOf(province, filing.filedOn)
  const localWage = localWageOf(province, Number(filing.year) - 1)
  const due = levyDue({ ...filing, weighted, ratio, localWage })
  const difference = dividedHalfUp(filing.declared, 100n) - due
  return { filing, leaf, beyond: beyondRatio(filing.employees, weighted, ratio), difference }
}

function judgedOn(world: World, day: Day): Judged[] {
  const weighted = weightedCounts(world, day)
  return world.records.filings
    .filter(({ year, filedOn }) => year === String(yearOf(day)) && filedOn <= day)
    .map((filing) => {
      const count = weighted.get(`${filing.unit} ${filing.employer}`) ?? 0
      return judged(world, filing, count, day)
    })
}

const leading = ['党政机关', '事业单位', '国有企业']

/** Rules, Levy: L6, and L9 over the three kinds that are to lead. */
export function countMeeting(world: World, day: Day, tally: Tally, onlyLeading: boolean): void {
  for (const { filing, leaf, beyond } of judgedOn(world, day))
    if (!onlyLeading || leading.includes(filing.kind)) tally.add(leaf, beyond >= 0n ? 1 : 0, 1)
}

/** Rules, Levy: L7. */
export function countExceeding(world: World, day: Day, tally: Tally): void {
  for (const { leaf, beyond } of judgedOn(world, day)) if (beyond > 0n) tally.add(leaf, 1)
}

/** Rules, Levy: L8. */
export function countSmall(world: World, day: Day, tally: Tally): void {
  for (const { filing, leaf, beyond } of judgedOn(world, day))
    if (isExempt(filing.kind, filing.employees, filing.filedOn) && beyond < 0n) tally.add(leaf, 1)
}

/** Rules, Levy: L15, the filings that differ. */
export function countDiffering(world: World, day: Day, tally: Tally): void {
  for (const { leaf, difference } of judgedOn(world, day)) if (difference !== 0n) tally.add(leaf, 1)
}
