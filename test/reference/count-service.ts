import { type Day, yearOf } from './days.ts'
import { actionEnd, actionStart, planEnd, planStart } from './plan-constants.ts'
import type { Registration } from './people.ts'
import { isBetween16And59, isOfWorkingAge, registeredOn } from './registered.ts'
import type { Tally } from './tally.ts'
import type { World } from './world.ts'

function isInPlan(done: Day, day: Day): boolean {
  return done >= planStart && done <= planEnd && done <= day
}

function countReached(
  world: World,
  day: Day,
  tally: Tally,
  needs: (registration: Registration) => boolean,
  reached: ReadonlySet<string>,
  isOfAge = isOfWorkingAge,
): void {
  for (const { person, registration, leaf } of registeredOn(world, day)) {
    if (!isOfAge(registration, day) || !needs(registration)) continue
    tally.add(leaf, reached.has(person) ? 1 : 0, 1)
  }
}

/** Rules, Indicators: A4. */
export function countServed(world: World, day: Day, tally: Tally): void {
  const served = world.records.services.filter(
    ({ kind, servedOn }) => ['职业介绍', '职业指导'].includes(kind) && isInPlan(servedOn, day),
  )
  const reached = new Set(served.map(({ person }) => person))
  countReached(world, day, tally, ({ values }) => values.wants_work === '是', reached)
}

function isWithinAction(done: Day, day: Day): boolean {
  const isOfYear = yearOf(done) === yearOf(day) && done <= day
  return isOfYear && done >= actionStart && done <= actionEnd
}

/** Three-year action: T2 and T3, anew each year; men and women from 16 to 59. */
export function countServedInYear(
  world: World,
  day: Day,
  tally: Tally,
  kinds: readonly string[],
): void {
  const served = world.records.services.filter(
    ({ kind, servedOn }) => kinds.includes(kind) && isWithinAction(servedOn, day),
  )
  const reached = new Set(served.map(({ person }) => person))
  const wantsWork = ({ values }: Registration) => values.wants_work === '是'
  countReached(world, day, tally, wantsWork, reached, isBetween16And59)
}

/** Rules, Indicators: B11. The type is that of the registration's number. */
export function countWillingTrained(world: World, day: Day, tally: Tally): void {
  const programmes = ['盲人保健按摩', '盲人医疗按摩']
  const trained = world.records.courses.filter(
    ({ programme, endedOn }) => programmes.includes(programme) && isInPlan(endedOn, day),
  )
  const reached = new Set(trained.map(({ person }) => person ?? ''))
  const needs = ({ key, values }: Registration) =>
    key[18] === '1' && values.wants_massage_training === '是'
  countReached(world, day, tally, needs, reached)
}
