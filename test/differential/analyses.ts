import { chainOn, cohortsOn, institutionsOn, pairsOn } from '../reference/analyses.ts'
import type { Day } from '../reference/days.ts'
import { yearOf } from '../reference/days.ts'
import type { World } from '../reference/world.ts'
import type { Client } from '../support/product.ts'

type Said = { disagreements: string[]; compared: number }

/** What was asked, what the product says and what the reference says of it. */
class Comparison {
  readonly said: Said = { disagreements: [], compared: 0 }

  compare(about: string, found: unknown, wanted: unknown): void {
    this.said.compared += 1
    const [one, other] = [JSON.stringify(found), JSON.stringify(wanted)]
    if (one !== other) this.said.disagreements.push(`${about}: ${one} instead of ${other}`)
  }
}

async function rowsOf<Row>(client: Client, path: string): Promise<Row[]> {
  const { status, body } = await client(path)
  if (status !== 200) throw new Error(`${path}: ${status} ${JSON.stringify(body)}`)
  return (body as { rows: Row[] }).rows
}

type CohortRow = {
  month: string
  outcome: string
  days: number
  numerator: number | null
  denominator: number | null
  reason: string | null
  trainings: number
}

/** Cohorts of some regions: all that is known, and that nothing else is said to be. */
export async function cohortDisagreements(
  client: Client,
  world: World,
  { day, regions }: { day: Day; regions: string[] },
): Promise<Said> {
  const comparison = new Comparison()
  const sheet = cohortsOn(world, day)
  for (const region of regions) {
    const path = `/api/cohorts?plan=levy-2020&region=${region}&asOf=${day}`
    const rows = await rowsOf<CohortRow>(client, path)
    for (const { month, outcome, days, numerator, denominator, trainings, reason } of rows) {
      const about = `${region} ${month} ${outcome} ${days} on ${day}`
      const wanted = sheet.in(`${month} ${outcome} ${days}`, region)
      if (reason === 'not_yet' || reason === 'no_data')
        comparison.compare(about, wanted, { numerator: 0, denominator: 0 })
      else comparison.compare(about, { numerator, denominator }, wanted)
      comparison.compare(about, trainings, sheet.in(`${month} trained 0`, region).denominator)
    }
    const months = new Set(rows.map(({ month }) => month))
    for (const name of sheet.names())
      if (sheet.in(name, region).denominator > 0)
        comparison.compare(`${region} ${name}`, months.has(name.slice(0, 7)), true)
  }
  return comparison.said
}

type Institution = {
  unit: string
  code: string
  decision: string
  findings: { indicator: string; numerator: number; denominator: number; finding: string }[]
}

/** The lists of all training institutions. */
export async function institutionDisagreements(
  client: Client,
  world: World,
  day: Day,
): Promise<Said> {
  const comparison = new Comparison()
  const wanted = institutionsOn(world, day)
  const path = `/api/institution-review?plan=levy-2020&region=000000&asOf=${day}`
  const rows = await rowsOf<Institution>(client, path)
  comparison.compare(`institutions on ${day}`, rows.length, wanted.size)
  for (const { unit, code, decision, findings } of rows) {
    const listed = wanted.get(`${unit} ${code}`)
    comparison.compare(`${unit} ${code} on ${day}`, decision, listed?.decision)
    for (const { indicator, numerator, denominator, finding } of findings) {
      const measure = listed?.[indicator as 'L10' | 'L11' | 'L12']
      comparison.compare(
        `${unit} ${code} ${indicator} on ${day}`,
        [numerator, denominator, finding],
        [measure?.numerator, measure?.denominator, measure?.finding],
      )
    }
  }
  return comparison.said
}

type ChainRow = {
  region: string
  income: number | null
  spending: number | null
  directSpending: number | null
  persons: number | null
  costPerJob: number | null
  mismatch: string | null
  items: { item: string; amount: number }[]
}

/** From the levy collected to the people placed, of the nation and all below it. */
export async function chainDisagreements(client: Client, world: World, day: Day): Promise<Said> {
  const comparison = new Comparison()
  const sheet = chainOn(world, day)
  for (const level of ['self', 'province', 'county']) {
    const path = `/api/levy-chain?plan=levy-2020&region=000000&level=${level}&asOf=${day}`
    for (const row of await rowsOf<ChainRow>(client, path)) {
      const { region, income, spending, directSpending, persons } = row
      const about = `${region} on ${day}`
      const provinces = [world.regions.provinceOf(region, day) ?? world.regions.provinces].flat()
      const has = (extract: string) =>
        provinces.some((one) => world.reported.has(`${one} ${extract} ${yearOf(day)}`))
      const yuan = (name: string) => sheet.in(name, region).numerator / 10_000
      const money = has('levy_ledger')
        ? [yuan('income'), yuan('spending'), yuan('direct')]
        : [null, null, null]
      const people = has('placement') ? sheet.in('persons', region).numerator : null
      comparison.compare(
        `money ${about}`,
        [income, spending, directSpending].map(cents),
        money.map(cents),
      )
      comparison.compare(`people ${about}`, persons, people)
      const wanted = mismatchOf(money[1] ?? null, people)
      comparison.compare(`mismatch ${about}`, row.mismatch, wanted)
      for (const { item, amount } of row.items)
        comparison.compare(`${item} ${about}`, cents(amount), cents(yuan(`item ${item}`)))
    }
  }
  return comparison.said
}

function mismatchOf(spending: number | null, people: number | null): string | null {
  if (spending === null || people === null) return null
  if (spending > 0 && people === 0) return 'money_without_people'
  return spending <= 0 && people > 0 ? 'people_without_money' : null
}

/** To 0.0001 yuan, as the ledger is kept. */
function cents(amount: number | null): string | null {
  return amount === null ? null : amount.toFixed(4).replace('-0.0000', '0.0000')
}

/** Duplicates by pair of provinces. */
export async function pairDisagreements(client: Client, world: World, day: Day): Promise<Said> {
  const comparison = new Comparison()
  const wanted = pairsOn(world, day)
  const name = (member: string) => `duplicate_pairs.${member}`
  const query = {
    measures: ['duplicate_placements', 'duplicate_persons'].map(name),
    dimensions: ['province_code', 'other_province_code'].map(name),
    filters: [{ member: name('as_of_day'), operator: 'equals', values: [day] }],
  }
  const path = `/cubejs-api/v1/load?query=${encodeURIComponent(JSON.stringify(query))}`
  const { body } = await client(path)
  const { data } = body as { data: Record<string, string>[] }
  const found = new Map(
    data.map((row) => [
      `${row[name('province_code')]} ${row[name('other_province_code')]}`,
      {
        gross: Number(row[name('duplicate_placements')]),
        net: Number(row[name('duplicate_persons')]),
      },
    ]),
  )
  for (const pair of new Set([...found.keys(), ...wanted.keys()]))
    comparison.compare(`${pair} on ${day}`, found.get(pair), wanted.get(pair))
  return comparison.said
}
