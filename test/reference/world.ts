import { type Day, lastDayOfQuarter } from './days.ts'
import { type Extracts, readExtracts } from './inbox.ts'
import { isMilitary, personOf } from './numbers-of-people.ts'
import { type People, peopleFrom } from './people.ts'
import { type Records, recordsFrom } from './records.ts'
import { Regions } from './regions.ts'
import { standing } from './standing.ts'

export type Training = {
  programme: string
  isFree: boolean
  endedOn: Day
}
export type Spell = { locality: string; startedOn: Day; endedOn: Day }
export type Institution = {
  unit: string
  region: string
  kind: string
  foundedOn: Day
  closedOn: Day
}
export type Placement = {
  unit: string
  creditCode: string
  year: string
  region: string
  startedOn: Day
  endedOn: Day
}
export type Target = { year: string; value: number }

/** What the extracts say, whatever the day: all that the figures are counted from. */
export type World = {
  regions: Regions
  /** The last day of the latest quarter submitted by any unit. */
  asOf: Day
  extracts: Extracts
  people: People
  trainings: Map<string, Training[]>
  spells: Map<string, Spell[]>
  placements: Map<string, Placement[]>
  institutions: Institution[]
  /** By `plan indicator region unit`: whose target, of what, set by whom. */
  targets: Map<string, Target[]>
  /** `unit extract`, and for yearly ones `unit extract year`: reported at some time. */
  reported: Set<string>
  records: Records
}

const open = '9999-12-31'

function append<Value>(to: Map<string, Value[]>, name: string, value: Value): void {
  const values = to.get(name)
  if (values) values.push(value)
  else to.set(name, [value])
}

function trainingsOf(extracts: Extracts): Map<string, Training[]> {
  const byPerson = new Map<string, Training[]>()
  for (const { values } of standing(extracts.accepted.training)) {
    if (!values.certificate) continue
    append(byPerson, personOf(values.certificate), {
      programme: values.programme ?? '',
      isFree: values.is_free === '是',
      endedOn: values.ended_on ?? '',
    })
  }
  return byPerson
}

function spellsOf(extracts: Extracts): Map<string, Spell[]> {
  const byPerson = new Map<string, Spell[]>()
  for (const { values } of standing(extracts.accepted.employment))
    append(byPerson, personOf(values.certificate ?? ''), {
      locality: values.locality ?? '',
      startedOn: values.started_on ?? '',
      endedOn: values.ended_on ?? open,
    })
  return byPerson
}

/** Those of certificate holders: 军 numbers count for an employer's levy, not here. */
function placementsOf(extracts: Extracts): Map<string, Placement[]> {
  const byPerson = new Map<string, Placement[]>()
  for (const { unit, values } of standing(extracts.accepted.placement)) {
    if (!values.certificate || isMilitary(values.certificate)) continue
    append(byPerson, personOf(values.certificate), {
      unit,
      creditCode: values.credit_code ?? '',
      year: values.year ?? '',
      region: values.region_code ?? '',
      startedOn: values.contract_started_on ?? '',
      endedOn: values.contract_ended_on ?? open,
    })
  }
  return byPerson
}

function institutionsOf(extracts: Extracts): Institution[] {
  return standing(extracts.accepted.institution).map(({ unit, values }) => ({
    unit,
    region: values.region_code ?? '',
    kind: values.institution_kind ?? '',
    foundedOn: values.founded_on ?? '',
    closedOn: values.closed_on ?? open,
  }))
}

function targetsOf(extracts: Extracts): Map<string, Target[]> {
  const byRegion = new Map<string, Target[]>()
  for (const { unit, values } of standing(extracts.accepted.target)) {
    const name = [values.plan, values.indicator, values.region_code, unit].join(' ')
    append(byRegion, name, { year: values.year ?? '', value: Number(values.target_value) })
  }
  return byRegion
}

function reportedIn(extracts: Extracts): Set<string> {
  const reported = new Set(extracts.files.map((file) => `${file.unit} ${file.extract}`))
  for (const extract of ['placement', 'levy_filing', 'levy_ledger'] as const)
    for (const { unit, values } of extracts.accepted[extract])
      reported.add(`${unit} ${extract} ${values.year}`)
  return reported
}

export async function readWorld(inbox: string): Promise<World> {
  const regions = new Regions()
  const units = new Set(['000000', ...regions.provinces])
  const extracts = await readExtracts(inbox, regions.validCodes(), units)
  return {
    regions,
    asOf: lastDayOfQuarter(
      extracts.files
        .map((file) => file.quarter)
        .sort()
        .at(-1) ?? '',
    ),
    extracts,
    people: peopleFrom(extracts.accepted.registration),
    trainings: trainingsOf(extracts),
    spells: spellsOf(extracts),
    placements: placementsOf(extracts),
    institutions: institutionsOf(extracts),
    targets: targetsOf(extracts),
    reported: reportedIn(extracts),
    records: recordsFrom(extracts),
  }
}
