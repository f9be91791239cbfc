import { data_end, dayOf, plan_start, quarterOf } from './days.ts'
import type { Cell } from './files/columns.ts'
import { certificateOf, type Person } from './person.ts'
import { codeAt, type Place } from './places.ts'
import type { World } from './world.ts'

export interface Spell {
  form: string
  urban: boolean
  start: number
  /** 0 while it lasts. */
  end: number
  place: Place
}

const placed = '按比例就业'
const employed_forms = new Set([placed, '集中就业', '公益性岗位就业', '辅助性就业'])

/** Sends a spell when it begins and again when it ends; its placements go to the levy. */
export function sendSpell(world: World, person: Person, spell: Spell): void {
  const known = Math.max(quarterOf(spell.start), quarterOf(person.registered))
  const end = spell.end > data_end ? 0 : spell.end
  const employer = spell.form === placed ? world.levy.employ(world, person, spell) : ''
  const details = spellDetails(world, person, spell, employer)
  const endsLater = end > 0 && quarterOf(end) > known && !world.out.together(known, quarterOf(end))
  world.out.add('employment', known, spellCells(details, endsLater ? 0 : end))
  if (endsLater) world.out.add('employment', quarterOf(end), spellCells(details, end))
}

interface SpellDetails {
  before: Cell[]
  after: Cell[]
}

function spellDetails(world: World, person: Person, spell: Spell, employer: string): SpellDetails {
  const { random } = world
  const contracted = employed_forms.has(spell.form)
  const elsewhere = random.chance(0.04) ? world.otherPlace(spell.place) : spell.place
  const wage = Math.round(world.expected.unit.wage * (0.5 + 0.6 * random.next()))
  return {
    before: [
      world.recordNumber('E'),
      certificateOf(person),
      spell.form,
      spell.urban ? '城镇' : '农村',
      codeAt(elsewhere, Math.max(spell.start, plan_start)),
      spell.start,
    ],
    after: [
      employer,
      contracted ? random.pick([12, 24, 36, 60]) : '',
      contracted ? random.chance(0.9) : random.chance(0.3),
      random.chance(0.9) ? wage : '',
      '',
    ],
  }
}

function spellCells(details: SpellDetails, end: number): Cell[] {
  return [...details.before, end === 0 ? '' : end, ...details.after]
}

/** A job that was there when the plan began; it may end. */
export function sendStandingJob(world: World, person: Person, form: number): void {
  const { random, model } = world
  const adult = Math.max(dayOf(2004, 1, 1), person.born + 17 * 366)
  const start = random.whole(Math.min(adult, plan_start - 30), plan_start - 1)
  const end = leavingDay(world, form)
  const name = model.forms[form] ?? ''
  sendSpell(world, person, { form: name, urban: person.urban, start, end, place: person.place })
  if (end > 0) person.employed = false
}

/** By the shares of a form's standing spells that end in each year; 0 for a spell that lasts. */
function leavingDay(world: World, form: number): number {
  const { random, expected } = world
  const first = plan_start
  let roll = random.next()
  for (const [year, shares] of expected.flows.leaves.entries()) {
    const share = shares[form] ?? 0
    const length = year === 2 ? 180 : 364
    if (roll < share) return first + year * 365 + random.whole(1, length)
    roll -= share
  }
  return 0
}

/** A new job; one in ten ends within the recorded years, and half of those change to another. */
export function sendNewJob(world: World, person: Person, start: number, urban: boolean): void {
  const { random, model } = world
  const { place } = person
  const form = random.weighted(model.forms, urban ? model.urban_mix : model.rural_mix)
  const ends = random.chance(model.new_job_ends) ? start + random.whole(40, 420) : 0
  const spell = { form, urban, start, end: ends, place }
  sendSpell(world, person, spell)
  if (ends === 0 || ends >= data_end) return
  person.employed = random.chance(0.5)
  if (!person.employed) return
  const next = ends + 1
  sendSpell(world, person, { form: '灵活就业', urban, start: next, end: 0, place })
}
