import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { DuckDBConnection } from '@duckdb/node-api'
import { openDatabase } from '../database.ts'
import { plantBadFiles } from './defects/bad-files.ts'
import { Ledger } from './defects/ledger.ts'
import { plantIn, type Garden } from './defects/plant.ts'
import { restartNumbers } from './defects/rows.ts'
import { expectations, type UnitExpectation } from './expectations.ts'
import { sendPopulation, sendPublished } from './federation.ts'
import { Outbox } from './files/outbox.ts'
import { readForms } from './forms.ts'
import { sendFilings } from './filings.ts'
import { sendInstitutions } from './institutions.ts'
import { readLayouts, type Extract, type Layout } from './layout.ts'
import { sendLedger } from './ledger.ts'
import { addEmployers, Levy } from './levy.ts'
import { live } from './lives.ts'
import { sendMilestones } from './milestones.ts'
import { readModel, type Model } from './model.ts'
import { movesOf, sendMove, type Move } from './movers.ts'
import { sendVeterans } from './organs.ts'
import { newPerson, type Person } from './person.ts'
import { readGeography, type Geography, type Place } from './places.ts'
import { sendRegister } from './register.ts'
import { isLate, rolesOf, sharesOf } from './roles.ts'
import { sendStaff } from './staff.ts'
import { sendNationalTargets, sendUnitTargets } from './targets.ts'
import { Quotas, World, type Tally } from './world.ts'

export interface Wanted {
  /** 1 is the nation. */
  scale: number
  seed: number
  folder: string
}

/** What is shared by all units while the extracts are made. */
interface Nation {
  wanted: Wanted
  model: Model
  geography: Geography
  expected: UnitExpectation[]
  moves: Move[]
  quotas: Quotas
  tallies: Map<Place, Tally>
  targets: Map<string, Map<string, number>>
  layouts: Record<Extract, Layout>
  ledger: Ledger
  shared: Map<string, Person>
  outboxOf: (unit: string) => Outbox
}

/** Makes all extracts of all units; `report` is told after each unit how many are done. */
export async function generate(
  wanted: Wanted,
  report: (done: number, of: number, unit: string) => void,
): Promise<void> {
  mkdirSync(wanted.folder, { recursive: true })
  restartNumbers()
  const database = await openDatabase(':memory:', { threads: '1' })
  const nation = prepare(wanted, database.connection)
  const federation = nation.outboxOf('000000')
  nation.targets = sendNationalTargets(federation, nation.expected, wanted.scale)
  for (const [at, expected] of nation.expected.entries()) {
    await sendUnit(nation, expected)
    report(at + 1, nation.expected.length, expected.unit.code)
  }
  const { expected, geography, tallies } = nation
  plantInFederation(nation, federation)
  sendPopulation(federation, expected, geography, tallies, wanted.scale)
  sendPublished(federation)
  await federation.close()
  plantBadFiles(wanted.folder, nation.layouts, nation.ledger)
  nation.ledger.write(wanted.folder)
  writeNote(wanted)
  database.close()
}

function prepare(wanted: Wanted, database: DuckDBConnection): Nation {
  const { scale, seed, folder } = wanted
  const model = readModel()
  const forms = readForms()
  const layouts = readLayouts()
  const expected = expectations(model, scale, seed)
  const people = new Map(expected.map((row) => [row.unit.code, row.people]))
  return {
    wanted,
    model,
    geography: readGeography(model.units, seed),
    expected,
    moves: movesOf(people, model.moves_between_provinces, seed),
    quotas: new Quotas(seed),
    tallies: new Map(),
    targets: new Map(),
    layouts,
    ledger: new Ledger(),
    shared: new Map(),
    outboxOf: (unit) =>
      new Outbox(unit, forms.of(unit), forms.sending(unit), { folder, layouts, database }),
  }
}

async function sendUnit(nation: Nation, expected: UnitExpectation): Promise<void> {
  const { model, geography, wanted, quotas, tallies } = nation
  const { code } = expected.unit
  const places = geography.places.get(code) ?? []
  const out = nation.outboxOf(code)
  const levy = new Levy(code)
  const world = new World(model, expected, places, out, quotas, levy, tallies, wanted.seed)
  employersOf(nation, levy, places, expected)
  sendMoves(nation, world)
  await sendPeople(nation, world)
  sendStaff(world, model, wanted.scale)
  sendInstitutions(out, model, expected.unit, geography, wanted.seed)
  sendVeterans(out, levy, Math.min(1, expected.unit.c1 + 0.2))
  sendFilings(out, levy, expected.unit)
  sendLedger(out, expected, places, wanted.seed)
  sendMilestones(out, code, wanted.seed)
  sendUnitTargets(out, expected, places, nation.targets)
  await out.close()
}

async function sendPeople(nation: Nation, world: World): Promise<void> {
  const shares = sharesOf(world)
  for (const place of world.places) {
    world.enter(place)
    if (isLate(place)) newcomers(world, place)
    else {
      const share = shares.get(place)
      if (share) for (const role of rolesOf(world, share)) live(world, place, role)
    }
    if (place === world.places[0]) plantIn(gardenOf(nation, world, place))
    await world.out.turnPages()
  }
}

function gardenOf(nation: Nation, world: World, place: Place): Garden {
  const { layouts, ledger, shared } = nation
  return { world, place, layouts, ledger, shared }
}

function plantInFederation(nation: Nation, out: Outbox): void {
  const { model, wanted, quotas, tallies, geography } = nation
  const expected = nation.expected[0]
  const places = geography.places.get(expected?.unit.code ?? '') ?? []
  const place = places[0]
  if (!expected || !place) return
  const levy = new Levy('000000')
  const world = new World(model, expected, places, out, quotas, levy, tallies, wanted.seed)
  plantIn(gardenOf(nation, world, place))
}

/** A county without a predecessor has people only from the day it came into being. */
function newcomers(world: World, place: Place): void {
  const from = place.codes[0]?.from ?? 0
  const few = Math.ceil(world.expected.people * 0.0005)
  for (let i = 0; i < few; i++) {
    sendRegister(world, newPerson(world, place, { ages: [16, 80], registeredFrom: from }), 0)
  }
}

function sendMoves(nation: Nation, world: World): void {
  const { code } = world.expected.unit
  const { places } = nation.geography
  const first = world.places[0]
  if (first) world.enter(first)
  for (const move of nation.moves) {
    if (move.from !== code && move.to !== code) continue
    sendMove(world, move, places.get(move.from) ?? [], places.get(move.to) ?? [])
  }
}

function employersOf(
  nation: Nation,
  levy: Levy,
  places: readonly Place[],
  expected: UnitExpectation,
): void {
  const { model, wanted, geography, quotas } = nation
  const share = expected.people / model.registered
  const urban = places.reduce((sum, place) => sum + place.weight * place.urban, 0)
  const companies = (place: Place) =>
    quotas
      .of('companies')
      .take((model.employers_per_year * share * place.weight * place.urban) / urban)
  const organs = {
    province: Math.max(4, Math.round(40 * wanted.scale)),
    prefecture: Math.max(3, Math.round(25 * wanted.scale)),
  }
  addEmployers(levy, places, companies, organs, (code) => geography.names.get(code) ?? code)
}

function writeNote({ scale, seed, folder }: Wanted): void {
  const note = { demonstration: true, scale, seed, ratio: Math.round(1 / scale), note: '演示数据' }
  writeFileSync(join(folder, 'demonstration.json'), `${JSON.stringify(note, null, 2)}\n`)
}
