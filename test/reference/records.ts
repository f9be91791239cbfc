import type { Day } from './days.ts'
import { exactly } from './exact.ts'
import type { Accepted, Extracts } from './inbox.ts'
import { isMilitary, personOf } from './numbers-of-people.ts'
import { standing } from './standing.ts'

const open = '9999-12-31'

/** A training of anyone: `person` of a certificate holder, `trainee` of staff without one. */
export type Course = {
  unit: string
  record: string
  region: string
  person: string | null
  trainee: string | null
  programme: string
  institution: string
  isNew: boolean
  startedOn: Day
  endedOn: Day
  satisfaction: string | null
}
type Service = { person: string; kind: string; servedOn: Day }
export type House = {
  unit: string
  region: string
  kind: string
  tier: string
  foundedOn: Day
  closedOn: Day
}
/** Wage and levy in 0.0001 yuan. */
export type Filing = {
  unit: string
  year: string
  employer: string
  region: string
  kind: string
  standing: string
  employees: number
  heads: number
  wage: bigint
  declared: bigint
  filedOn: Day
}
/** A placement, also of a soldier: `person` is the 军 number without its grade. */
export type Post = {
  unit: string
  year: string
  employer: string
  region: string
  person: string
  isSoldier: boolean
  isSevere: boolean
  startedOn: Day
  endedOn: Day
}
/** The amount in 0.0001 yuan. */
export type Entry = {
  unit: string
  year: string
  quarter: string
  region: string
  isIncome: boolean
  item: string
  amount: bigint
}
export type Deed = {
  unit: string
  milestone: string
  region: string
  year: string | null
  completedOn: Day
}
type Holders = { region: string; year: string; working: number }

/** Standing rows by extract; of milestones also all that were ever accepted. */
export type Records = {
  courses: Course[]
  services: Service[]
  houses: House[]
  filings: Filing[]
  posts: Post[]
  entries: Entry[]
  deeds: Deed[]
  everyDeed: Deed[]
  holders: Holders[]
}

function courseFrom({ unit, key, values }: Accepted): Course {
  return {
    unit,
    record: key,
    region: values.region_code ?? '',
    person: values.certificate ? personOf(values.certificate) : null,
    trainee: values.trainee_number ?? null,
    programme: values.programme ?? '',
    institution: values.institution_code ?? '',
    isNew: values.is_new === '是',
    startedOn: values.started_on ?? '',
    endedOn: values.ended_on ?? '',
    satisfaction: values.satisfaction ?? null,
  }
}

function houseFrom({ unit, values }: Accepted): House {
  return {
    unit,
    region: values.region_code ?? '',
    kind: values.institution_kind ?? '',
    tier: values.tier ?? '',
    foundedOn: values.founded_on ?? '',
    closedOn: values.closed_on ?? open,
  }
}

function filingFrom({ unit, values }: Accepted): Filing {
  return {
    unit,
    year: values.year ?? '',
    employer: values.credit_code ?? '',
    region: values.region_code ?? '',
    kind: values.employer_kind ?? '',
    standing: values.employer_class ?? '',
    employees: Number(values.employees),
    heads: Number(values.placed_heads),
    wage: exactly(values.average_wage ?? '', 4),
    declared: exactly(values.levy_due ?? '', 4),
    filedOn: values.filed_on ?? '',
  }
}

/** Rules, Levy: two if the grade digit is 1 or 2; of a soldier's number if -1, -2 or -3 follows. */
function postFrom({ unit, values }: Accepted): Post {
  const number = values.certificate ?? ''
  const isSoldier = isMilitary(number)
  return {
    unit,
    year: values.year ?? '',
    employer: values.credit_code ?? '',
    region: values.region_code ?? '',
    person: isSoldier ? number.replace(/-[123]$/, '') : personOf(number),
    isSoldier,
    isSevere: isSoldier ? /-[123]$/.test(number) : ['1', '2'].includes(number[19] ?? ''),
    startedOn: values.contract_started_on ?? '',
    endedOn: values.contract_ended_on ?? open,
  }
}

function entryFrom({ unit, values }: Accepted): Entry {
  return {
    unit,
    year: values.year ?? '',
    quarter: `${values.year}Q${values.quarter_of_year}`,
    region: values.region_code ?? '',
    isIncome: values.direction === '征收收入',
    item: values.item ?? '',
    amount: exactly(values.amount ?? '', 4),
  }
}

function deedFrom({ unit, values }: Accepted): Deed {
  return {
    unit,
    milestone: values.milestone ?? '',
    region: values.region_code ?? '',
    year: values.year ?? null,
    completedOn: values.completed_on ?? '',
  }
}

export function recordsFrom({ accepted }: Extracts): Records {
  return {
    courses: standing(accepted.training).map(courseFrom),
    services: standing(accepted.service).map(({ values }) => ({
      person: personOf(values.certificate ?? ''),
      kind: values.service_kind ?? '',
      servedOn: values.served_on ?? '',
    })),
    houses: standing(accepted.institution).map(houseFrom),
    filings: standing(accepted.levy_filing).map(filingFrom),
    posts: standing(accepted.placement).map(postFrom),
    entries: standing(accepted.levy_ledger).map(entryFrom),
    deeds: standing(accepted.milestone).map(deedFrom),
    everyDeed: accepted.milestone.map(deedFrom),
    holders: standing(accepted.population).map(({ values }) => ({
      region: values.region_code ?? '',
      year: values.year ?? '',
      working: Number(values.working_age_holders),
    })),
  }
}
