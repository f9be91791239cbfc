import { dayOf, dayText, plan_start } from './days.ts'
import { citizenNumber } from './identity.ts'
import { sendNewJob } from './jobs.ts'
import { dayIn, newPerson, type Person } from './person.ts'
import { codeAt, type Place } from './places.ts'
import { sendRegistration } from './register.ts'
import { Random } from './random.ts'
import { sendTraining } from './trainings.ts'
import { World } from './world.ts'

/** People who change province: both units hold a registration of them, the later one counts. */
export interface Move {
  serial: number
  from: string
  to: string
}

/** Who leaves which unit for which: the same list whatever unit is being made. */
export function movesOf(people: Map<string, number>, share: number, seed: number): Move[] {
  const units = [...people.keys()]
  return units.flatMap((from) => {
    const random = new Random(seed, `moves ${from}`)
    const count = Math.floor((people.get(from) ?? 0) * share + random.next())
    return Array.from({ length: count }, (_, serial) => {
      const others = units.filter((unit) => unit !== from)
      return { serial, from, to: random.pick(others) }
    })
  })
}

/** Sends this unit's side of a move: the years before it, or those after. */
export function sendMove(
  world: World,
  move: Move,
  homes: readonly Place[],
  goals: readonly Place[],
): void {
  const label = `move ${move.from} ${String(move.serial)}`
  const lone = world.beside(new Random(world.seed, label))
  const home = homes[move.serial % homes.length]
  const goal = goals[lone.random.whole(0, goals.length - 1)]
  if (!home || !goal) return
  const person = mover(lone, home, Math.floor(move.serial / homes.length))
  const moved = dayIn(lone.random, lone.random.whole(2, 9))
  const works = lone.random.chance(0.25)
  const trained = lone.random.chance(0.2)
  const leaving = world.expected.unit.code === move.from
  if (leaving) leave(lone, person, trained ? moved - 30 : 0)
  else arrive(lone, person, goal, moved, works)
}

function mover(world: World, home: Place, nth: number): Person {
  const person = newPerson(world, home, { ages: [20, 50], urban: true, employed: false })
  const issuer = codeAt(home, 0)
  const compact = dayText(person.born, 'compact')
  person.number = citizenNumber(issuer, compact, 432 + (nth % 66), person.male)
  person.suffix = ''
  person.family = ''
  person.lowIncome = person.zeroEmployment = false
  return person
}

function leave(world: World, person: Person, trainedOn: number): void {
  if (trainedOn >= plan_start) {
    sendTraining(world, person, { programme: '城镇职业技能', end: trainedOn })
    world.useUp('urban_training', trainedOn)
  }
  sendRegistration(world, person, Math.max(person.registered, dayOf(2015, 3, 1)))
}

function arrive(world: World, person: Person, goal: Place, moved: number, works: boolean): void {
  person.place = goal
  person.registered = moved
  person.employed = works
  if (works) {
    sendNewJob(world, person, moved, true)
    world.useUp('urban_job', moved)
  }
  world.tally(person)
  sendRegistration(world, person, moved)
}
