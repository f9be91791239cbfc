import { expect, test } from 'vitest'

import { lines, marts, type Row, type Staged } from './staged.ts'

const extracts = ['registration', 'service', 'training', 'employment']
const file = extracts.map((extract) => ({ unit: '440000', extract }))

/** The states of one indicator: `due` or `reached`, from the first to the last day. */
async function states(indicator: string, staged: Staged): Promise<string[]> {
  return lines(
    await marts({ file, ...staged }),
    `select person_id, if(is_due, 'due', 'reached'), leaf_code, from_day, to_day
    from marts.person_rate where indicator = '${indicator}' order by all`,
  )
}

const wanting: Row = { person: 'a', wants_work: true }
const old_enough = { birth_date: '1980-01-01' }

test('A4: reached from the first placement or guidance in the plan, of any unit', async () => {
  const service = [
    { record_number: '1', person: 'a', served_on: '2015-12-31' },
    { record_number: '2', person: 'a', served_on: '2016-03-01', service_kind: '创业指导' },
    { record_number: '3', person: 'a', served_on: '2017-05-01', service_kind: '职业指导' },
    { record_number: '4', person: 'a', served_on: '2016-07-01', unit: '420000' },
  ]
  expect(await states('A4', { registration: [{ ...wanting, ...old_enough }], service })).toEqual([
    'a due 440103 2015-01-01 2039-12-31',
    'a reached 440103 2016-07-01 2039-12-31',
  ])
})

test('A4: who says no, or nothing, is not due; nor a retracted service counts', async () => {
  const registration = [
    { person: 'a', wants_work: null },
    { person: 'b', wants_work: false },
    { person: 'c', wants_work: true },
  ]
  const service = [
    { record_number: '1', person: 'a' },
    { record_number: '2', person: 'c' },
    { record_number: '2', is_void: true },
  ]
  expect(await states('A4', { registration, service })).toEqual([
    'c due 440103 2015-01-01 2039-12-31',
  ])
})

test('working age runs from the sixteenth birthday to the day before the 60th, of women the 55th', async () => {
  const registration = [
    { ...wanting, birth_date: '2000-05-10' },
    { ...wanting, person: 'b', birth_date: '1958-05-10' },
    { ...wanting, person: 'c', birth_date: '1963-05-10', sex: '女' },
    { ...wanting, person: 'd', birth_date: '1950-01-01' },
  ]
  expect(await states('A4', { registration })).toEqual([
    'a due 440103 2016-05-10 2060-05-09',
    'b due 440103 2015-01-01 2018-05-09',
    'c due 440103 2015-01-01 2018-05-09',
  ])
})

test('born on 29 February one is older on 1 March, in leap years on the day itself', async () => {
  const registration = [
    { ...wanting, birth_date: '2000-02-29' },
    { ...wanting, person: 'b', birth_date: '1964-02-29', sex: '女' },
  ]
  expect(await states('A4', { registration })).toEqual([
    'a due 440103 2016-02-29 2060-02-28',
    'b due 440103 2015-01-01 2019-02-28',
  ])
})

test('a province that never reported the services is left out, whoever served its people', async () => {
  const service = [{ record_number: '1', person: 'a', unit: '420000' }]
  const reported = [{ unit: '420000', extract: 'service' }]
  expect(await states('A4', { file: reported, registration: [wanting], service })).toEqual([])
})

test('B11: blind, willing, of working age; reached by either training completed in the plan', async () => {
  const blind = { wants_massage_training: true, disability_type: 1, birth_date: '1960-07-01' }
  const registration = [
    { person: 'a', ...blind },
    { person: 'b', ...blind, disability_type: 7 },
    { person: 'c', ...blind, wants_massage_training: null },
  ]
  const training = [
    { record_number: '1', person: 'a', programme: '盲人保健按摩', ended_on: '2015-12-31' },
    { record_number: '2', person: 'a', programme: '城镇职业技能', ended_on: '2016-02-01' },
    {
      record_number: '3',
      person: 'a',
      programme: '盲人医疗按摩',
      ended_on: '2016-06-30',
      is_free: false,
    },
  ]
  expect(await states('B11', { registration, training })).toEqual([
    'a due 440103 2015-01-01 2020-06-30',
    'a reached 440103 2016-06-30 2020-06-30',
  ])
})

test('C3: reached from any version of the quarter to its last day, also a replaced one', async () => {
  const registration = [
    { person: 'a', registered_on: '2016-01-01', updated_on: '2016-02-10' },
    { person: 'a', registered_on: '2016-01-01', updated_on: '2016-03-05' },
    { person: 'a', registered_on: '2016-01-01', updated_on: '2017-12-31' },
  ]
  expect(await states('C3', { registration })).toEqual([
    'a due 440103 2016-01-01 2039-12-31',
    'a reached 440103 2016-02-10 2016-03-31',
    'a reached 440103 2017-12-31 2017-12-31',
  ])
})

test('C3: what another unit sent counts, what was retracted does not', async () => {
  const registration = [
    { person: 'a', updated_on: '2016-01-05' },
    { person: 'a', unit: '420000', updated_on: '2015-05-01' },
    { person: 'a', unit: '210000', updated_on: '2017-05-01' },
    { person: 'a', unit: '210000', is_void: true },
  ]
  expect(await states('C3', { registration })).toEqual([
    'a due 440103 2015-01-01 2039-12-31',
    'a reached 440103 2015-05-01 2015-06-30',
    'a reached 440103 2016-01-05 2016-03-31',
  ])
})

test('C4: in work agrees on the days with an open spell, out of work on all others', async () => {
  const registration = [
    { person: 'a', survey_employment: '已就业', birth_date: '1930-01-01' },
    { person: 'b', survey_employment: '未就业' },
    { person: 'c', survey_employment: '未就业' },
    { person: 'd', survey_employment: '已就业' },
    { person: 'e' },
  ]
  const spell = { locality: '农村', started_on: '2016-01-10', ended_on: '2016-05-31' }
  const employment = [
    { record_number: '1', person: 'a', ...spell },
    { record_number: '2', person: 'a', ...spell, started_on: '2016-06-01', ended_on: '2016-12-31' },
    { record_number: '3', person: 'b', ...spell },
    { record_number: '4', person: 'b', ...spell, started_on: '2016-03-01', ended_on: '2016-04-01' },
    { record_number: '5', person: 'b', started_on: '2018-01-01' },
  ]
  const found = await states('C4', { registration, employment })
  expect(found.filter((line) => line.includes('due'))).toHaveLength(4)
  expect(found.filter((line) => line.includes('reached'))).toEqual([
    'a reached 440103 2016-01-10 2016-12-31',
    'b reached 440103 2015-01-01 2016-01-09',
    'b reached 440103 2016-06-01 2017-12-31',
    'c reached 440103 2015-01-01 9999-12-31',
  ])
})

test('a person who moves is due and reached in one place a day', async () => {
  const registration = [
    { ...wanting },
    {
      ...wanting,
      unit: '420000',
      region_code: '420102',
      registered_on: '2017-01-01',
      updated_on: '2017-01-01',
    },
  ]
  const service = [{ record_number: '1', person: 'a', served_on: '2016-06-01' }]
  const both = [...file, { unit: '420000', extract: 'service' }]
  expect(await states('A4', { file: both, registration, service })).toEqual([
    'a due 420102 2017-01-01 2039-12-31',
    'a due 440103 2015-01-01 2016-12-31',
    'a reached 420102 2017-01-01 2039-12-31',
    'a reached 440103 2016-06-01 2016-12-31',
  ])
})
