import { expect, test } from 'vitest'

import { id, lines, marts, type Row } from './staged.ts'

const member: Row = { family_id: id('H'), registered_on: '2016-03-01', updated_on: '2016-03-01' }

async function states(registration: Row[], employment: Row[] = []): Promise<string[]> {
  const numbered = employment.map((row, index) => ({ record_number: String(index), ...row }))
  return lines(
    await marts({ registration, employment: numbered }),
    `select family_id, if(is_due, 'due', 'in work'), leaf_code, from_day, to_day
    from marts.household order by all`,
  )
}

test('due from the day a flagged member is registered, where the member registered first lies', async () => {
  const registration = [
    { ...member, person: 'a', family_place: 2, region_code: '441900', minimum_living: true },
    { ...member, person: 'b', family_place: 1, registered_on: '2016-01-01' },
  ]
  expect(await states(registration)).toEqual(['H due 440103 2016-03-01 9999-12-31'])
})

test('of members registered on one day the lower number says where', async () => {
  const registration = [
    { ...member, person: 'a', family_place: 2, zero_employment: true },
    { ...member, person: 'b', family_place: 1, region_code: '441900' },
  ]
  expect(await states(registration)).toEqual(['H due 441900-self 2016-03-01 9999-12-31'])
})

test('at work while any member registered by the day has an open spell', async () => {
  const registration = [
    { ...member, person: 'a', family_place: 1, minimum_living: true },
    { ...member, person: 'b', family_place: 2, registered_on: '2017-01-01' },
  ]
  const employment = [
    { person: 'a', started_on: '2016-01-01', ended_on: '2016-04-30' },
    { person: 'a', started_on: '2016-05-01', ended_on: '2016-05-31', locality: '农村' },
    { person: 'b', started_on: '2016-07-01', ended_on: '2017-02-28' },
  ]
  expect(await states(registration, employment)).toEqual([
    'H due 440103 2016-03-01 9999-12-31',
    'H in work 440103 2016-03-01 2016-05-31',
    'H in work 440103 2017-01-01 2017-02-28',
  ])
})

test('a household of nobody flagged is not due; flagged without a number is listed', async () => {
  const registration = [
    { ...member, person: 'a', family_place: 1, zero_employment: false },
    { person: 'b', zero_employment: true },
    { person: 'c', minimum_living: true, unit: '420000' },
    { person: 'd' },
  ]
  expect(await states(registration)).toEqual([])
  const missing = await lines(
    await marts({ registration }),
    'from marts.family_number_missing order by all',
  )
  expect(missing).toEqual(['420000 1', '440000 1'])
})

test('the members are the standing rows of the unit, also of who is registered better elsewhere', async () => {
  const registration = [
    { ...member, person: 'a', family_place: 1, minimum_living: true },
    { person: 'a', unit: '420000', region_code: '420102', updated_on: '2018-01-01' },
    { ...member, person: 'b', family_place: 2, is_void: true },
  ]
  const employment = [
    { person: 'a', started_on: '2018-02-01' },
    { person: 'b', started_on: '2016-02-01' },
  ]
  expect(await states(registration, employment)).toEqual([
    'H due 440103 2016-03-01 9999-12-31',
    'H in work 440103 2018-02-01 9999-12-31',
  ])
})

test('a member with two registrations is at work once', async () => {
  const people = Array.from({ length: 300 }, (_, at) => String(at))
  const registration = people.flatMap((person) =>
    ['1', '2'].map((card) => ({
      ...member,
      family_id: id(`H${person}`),
      person,
      card,
      family_place: Number(card),
      minimum_living: true,
    })),
  )
  const employment = people.map((person) => ({ person, started_on: '2016-04-01' }))
  const found = await states(registration, employment)
  expect(found.filter((line) => line.includes('in work'))).toHaveLength(people.length)
})
