import { addDays, type Day, dayNumber, isDay, yearOf } from './days.ts'
import { isEmployed } from './employment.ts'
import type { Course } from './records.ts'
import { registeredOn } from './registered.ts'
import type { Tally } from './tally.ts'
import type { Spell, World } from './world.ts'

const programmes = ['城镇职业技能', '农村实用技术', '盲人保健按摩', '盲人医疗按摩']
const stretch = 180

/** The twelve months up to and including as-of − 180 days. */
export function windowOf(day: Day): { from: Day; until: Day } {
  const until = addDays(day, -stretch)
  const yearBack = `${yearOf(until) - 1}${until.slice(4)}`
  const last = isDay(yearBack) ? yearBack : `${yearOf(until) - 1}-02-28`
  return { from: addDays(last, 1), until }
}

/** Trainings of those kinds completed by the day and begun out of work, by person. */
export function begunOutOfWork(world: World, until: Day): Map<string, Course[]> {
  const byPerson = new Map<string, Course[]>()
  for (const course of world.records.courses) {
    const { person, programme, startedOn, endedOn } = course
    if (!person || !programmes.includes(programme) || endedOn > until) continue
    if (isEmployed(world, person, startedOn)) continue
    byPerson.set(person, [...(byPerson.get(person) ?? []), course])
  }
  return byPerson
}

/** The spells that start from completion to 180 days after it: the first to start, then to end. */
export function converting({ endedOn }: Course, spells: Spell[]): Spell | undefined {
  const last = addDays(endedOn, stretch)
  return spells
    .filter(({ startedOn }) => startedOn >= endedOn && startedOn <= last)
    .sort((one, other) =>
      `${one.startedOn} ${one.endedOn}` < `${other.startedOn} ${other.endedOn}` ? -1 : 1,
    )[0]
}

/** Rules, Levy: L10. */
export function countConverted(world: World, day: Day, tally: Tally): void {
  const { from, until } = windowOf(day)
  const begun = begunOutOfWork(world, until)
  for (const { person, leaf } of registeredOn(world, day))
    for (const course of begun.get(person) ?? []) {
      if (course.endedOn < from) continue
      tally.add(leaf, converting(course, world.spells.get(person) ?? []) ? 1 : 0, 1)
    }
}

/** The last day of a spell with those that directly follow; an open one ends on the as-of day. */
export function lastDayOfChain(first: Spell, spells: Spell[], day: Day): Day {
  const endOf = (spell: Spell) => (spell.endedOn > day ? day : spell.endedOn)
  const following = spells
    .filter(({ startedOn }) => startedOn >= first.startedOn && startedOn <= day)
    .sort((one, other) => (one.startedOn < other.startedOn ? -1 : 1))
  let last = endOf(first)
  for (const spell of following)
    if (spell.startedOn <= addDays(last, 1) && endOf(spell) > last) last = endOf(spell)
  return last
}

/** Rules, Levy: L11, each converting spell once. */
export function countStable(world: World, day: Day, tally: Tally): void {
  const { from, until } = windowOf(day)
  const begun = begunOutOfWork(world, day)
  for (const { person, leaf } of registeredOn(world, day)) {
    const spells = world.spells.get(person) ?? []
    const converted = (begun.get(person) ?? []).map((course) => converting(course, spells))
    for (const spell of new Set(converted)) {
      if (!spell || spell.startedOn < from || spell.startedOn > until) continue
      const last = lastDayOfChain(spell, spells, day)
      const isStable = dayNumber(last) - dayNumber(spell.startedOn) + 1 >= stretch
      tally.add(leaf, isStable ? 1 : 0, 1)
    }
  }
}
