import fc from 'fast-check'
import { expect, test } from 'vitest'

import {
  graduates,
  newlyEmployed,
  placed,
  registrationOn,
  trained,
  type World,
} from './by-the-day.ts'
import { id, lines, marts, type Staged } from './staged.ts'

const anchors = ['2015-12-31', '2016-03-01', '2016-07-01', '2017-01-01', '2017-07-01', '2018-01-01']
const day = fc
  .tuple(fc.constantFrom(...anchors), fc.integer({ min: -2, max: 1 }))
  .map(([anchor, days]) =>
    new Date(Date.parse(anchor) + days * 86_400_000).toISOString().slice(0, 10),
  )
const period = fc
  .tuple(day, fc.option(day))
  .map(([a, b]) => (b !== null && b < a ? { from: b, to: a } : { from: a, to: b }))
const person = fc.constantFrom('a', 'b', 'c')
const unit = fc.constantFrom('420000', '440000', '660000')
const region = fc.constantFrom('420102', '429004', '440103', '440184', '441900', '659001')
const list = <T>(one: fc.Arbitrary<T>) =>
  fc.array(one, { minLength: 3, maxLength: 15, size: 'max' })
const mostly = fc.integer({ min: 0, max: 4 }).map((roll) => roll > 0)

const registration = fc
  .record({
    person,
    unit,
    region,
    card: fc.constantFrom('1', '2'),
    household: fc.constantFrom('城镇', '农村'),
    isPoor: mostly,
    year: fc.constantFrom(2016, 2017),
    isVoid: mostly.map((isValid) => !isValid),
    days: fc.tuple(day, day),
  })
  .map(({ days, ...rest }) => {
    const [registered = '', updated = ''] = days.toSorted()
    return { ...rest, registered, updated }
  })
const worlds: fc.Arbitrary<World> = fc.record({
  registrations: list(registration),
  spells: list(
    fc
      .record({ person, locality: fc.constantFrom('城镇', '农村'), period })
      .map(({ period: { from, to }, ...rest }) => ({ ...rest, from, to })),
  ),
  trainings: list(
    fc.record({
      person,
      programme: fc.constantFrom('城镇职业技能', '农村实用技术'),
      isFree: mostly,
      end: day,
    }),
  ),
  placements: list(
    fc
      .record({ person, unit, region, year: fc.constantFrom(2016, 2017), period })
      .map(({ period: { from, to }, ...rest }) => ({ ...rest, from, to })),
  ).map((rows) => rows.map((row, index) => ({ ...row, employer: `C${String(index)}` }))),
})

function staged(world: World): Staged {
  return {
    registration: world.registrations.map((r) => ({
      person_id: id(r.person),
      card: r.card,
      unit: r.unit,
      region_code: r.region,
      household: r.household,
      poverty_registered: r.isPoor,
      graduation_year: r.year,
      registered_on: r.registered,
      updated_on: r.updated,
      is_void: r.isVoid,
    })),
    employment: world.spells.map((s, index) => ({
      record_number: String(index),
      person: s.person,
      locality: s.locality,
      started_on: s.from,
      ended_on: s.to,
    })),
    training: world.trainings.map((t, index) => ({
      record_number: String(index),
      person: t.person,
      programme: t.programme,
      is_free: t.isFree,
      ended_on: t.end,
    })),
    placement: world.placements.map((p) => ({
      person: p.person,
      unit: p.unit,
      region_code: p.region,
      credit_code: p.employer,
      year: p.year,
      contract_started_on: p.from,
      contract_ended_on: p.to,
    })),
  }
}

test('on any day the marts show what the rules, read as loops, give, each person once', async () => {
  const check = async (world: World, days: string[]) => {
    const connection = await marts(staged(world))
    for (const asOf of days) {
      const inForce = `'${asOf}' between from_day and to_day`
      const shown = (columns: string, from: string) =>
        lines(connection, `select ${columns} from ${from} and ${inForce} order by all`)
      const one = (indicator: string, table: string) =>
        shown(
          'person_id, leaf_code',
          `${table} where plan = 'first' and indicator = '${indicator}'`,
        )
      const first = '(from marts.trained_person where is_first)'
      expect(await one('A1', first)).toEqual(trained(world, 'A1', asOf))
      expect(await one('A3', first)).toEqual(trained(world, 'A3', asOf))
      expect(await one('A2', 'marts.new_employment')).toEqual(newlyEmployed(world, asOf))
      expect(await shown('person_id, leaf_code, is_employed', 'marts.graduate where true')).toEqual(
        graduates(world, asOf),
      )
      expect(await shown('person_id, leaf_code', 'marts.placed_person where true')).toEqual(
        placed(world, asOf),
      )
      const registered = ['a', 'b', 'c'].filter((name) => registrationOn(world, name, asOf))
      expect(await shown('person_id', 'standing.residence where true')).toEqual(registered)
    }
    connection.closeSync()
  }
  const days = fc.array(day, { minLength: 3, maxLength: 3 })
  await fc.assert(fc.asyncProperty(worlds, days, check), { numRuns: 40, endOnFailure: true })
})
