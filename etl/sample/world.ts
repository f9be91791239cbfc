import { isCountedInPopulation } from './register.ts'
import { Numbers } from './identity.ts'
import type { UnitExpectation } from './expectations.ts'
import type { Outbox } from './files/outbox.ts'
import type { Levy } from './levy.ts'
import type { Model } from './model.ts'
import type { Person } from './person.ts'
import { codeAt, type Place } from './places.ts'
import { Quota } from './quota.ts'
import { Random } from './random.ts'
import { plan_start, quarterOf } from './days.ts'
import { quotaLabel, type RoleKind } from './roles.ts'

/** Working-age people, and of them the visually disabled, registered at the ends of years. */
export interface Tally {
  workingAge: number[]
  visual: number[]
}

export const tally_years = [2015, 2016, 2017]

/** National carry-overs, so that small scales do not lose what rounds to nothing in a county. */
export class Quotas {
  private readonly quotas = new Map<string, Quota>()

  constructor(private readonly seed: number) {}

  of(label: string): Quota {
    let quota = this.quotas.get(label)
    if (!quota) {
      quota = new Quota(new Random(this.seed, `quota ${label}`).next())
      this.quotas.set(label, quota)
    }
    return quota
  }
}

/** What the making of one unit's people needs at hand. */
export class World {
  random: Random
  private readonly numbers = new Numbers()
  private readonly counters = { serial: 0, families: 0, family: '' }
  private issuer = ''
  private partner = ''

  constructor(
    readonly model: Model,
    readonly expected: UnitExpectation,
    readonly places: readonly Place[],
    readonly out: Outbox,
    readonly quotas: Quotas,
    readonly levy: Levy,
    readonly tallies: Map<Place, Tally>,
    readonly seed: number,
  ) {
    this.random = new Random(seed, `people ${expected.unit.code}`)
  }

  /** Called before the people of a county are made: numbers are unique by issuing county. */
  enter(place: Place): void {
    this.numbers.clear()
    const at = this.places.indexOf(place)
    this.issuer = codeAt(place, 0)
    this.partner = codeAt(this.places[(at + 1) % this.places.length] ?? place, 0)
  }

  /** One in eight was first numbered in the partner county. */
  number(day: number, compact: string, male: boolean): string {
    const foreign = this.random.chance(0.12)
    const issuer = foreign ? this.partner : this.issuer
    return this.numbers.next(issuer, day, compact, male, foreign)
  }

  /** The same world, drawing from another stream. */
  beside(random: Random): World {
    const other = Object.create(this) as World
    other.random = random
    return other
  }

  /** Counts something made outside the roles against its quarter's expectation. */
  useUp(kind: RoleKind, day: number): void {
    this.quotas.of(quotaLabel(kind, quarterOf(day))).use()
  }

  recordNumber(extract: string): string {
    return (
      extract + this.expected.unit.code.slice(0, 2) + String(10_000_000 + ++this.counters.serial)
    )
  }

  /** One in six shares the household of the one before. */
  familyNumber(): string {
    const { counters } = this
    const shared = this.random.chance(0.16)
    if (shared && counters.family !== '') return counters.family
    const short = this.expected.unit.code.slice(0, 2)
    counters.family = `H${short}${String(1_000_000 + ++counters.families)}`
    return counters.family
  }

  otherPlace(place: Place): Place {
    const settled = this.places.filter((other) => (other.codes[0]?.from ?? 0) <= plan_start)
    return settled.length > 1 ? this.random.pick(settled) : place
  }

  tally(person: Person): void {
    let tally = this.tallies.get(person.place)
    if (!tally) this.tallies.set(person.place, (tally = { workingAge: [], visual: [] }))
    tally_years.forEach((year, at) => {
      if (!isCountedInPopulation(person, year)) return
      tally.workingAge[at] = (tally.workingAge[at] ?? 0) + 1
      if (person.disability === 1) tally.visual[at] = (tally.visual[at] ?? 0) + 1
    })
  }
}
