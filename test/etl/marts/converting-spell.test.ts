import { expect, test } from 'vitest'

import { lines, marts, type Row } from './staged.ts'

const training = { person: 'a', started_on: '2016-12-01', ended_on: '2016-12-31' }

async function spells(
  employment: Row[],
  trainings: Row[] = [training],
  columns = 'is_stable, from_day, to_day',
) {
  const connection = await marts({
    registration: [{ person: 'a' }],
    training: trainings.map((row, at) => ({ record_number: `T${String(at)}`, ...row })),
    employment: employment.map((row, at) => ({
      person: 'a',
      record_number: `E${String(at)}`,
      ...row,
    })),
  })
  return lines(connection, `select ${columns} from marts.converting_spell order by all`)
}

const first = { started_on: '2017-01-01' }
const stable = async (...employment: Row[]) => (await spells(employment, undefined, 'is_stable'))[0]

test('a spell counts from 180 days after its start to the end of twelve months', async () => {
  expect(await spells([first])).toEqual(['true 2017-06-30 2018-06-29'])
})

test('the spell that starts first converts, also long after the window of another', async () => {
  const rows = [{ started_on: '2017-05-01' }, first]
  expect(await spells(rows)).toEqual(['true 2017-06-30 2018-06-29'])
  expect(await spells([{ started_on: '2017-06-29' }], undefined, 'from_day')).toEqual([
    '2017-12-26',
  ])
  expect(await spells([{ started_on: '2017-06-30' }])).toEqual([])
})

test('it lasts at least 180 days, both ends included', async () => {
  expect(await stable({ ...first, ended_on: '2017-06-28' })).toBe('false')
  expect(await stable({ ...first, ended_on: '2017-06-29' })).toBe('true')
})

test('spells that directly follow lengthen it, a day between them does not', async () => {
  const short = { ...first, ended_on: '2017-03-31' }
  const next = (started_on: string) => ({ started_on, ended_on: '2017-12-31' })
  expect(await stable(short, next('2017-04-01'))).toBe('true')
  expect(await stable(short, next('2017-03-15'))).toBe('true')
  expect(await stable(short, next('2017-04-02'))).toBe('false')
  const again = { started_on: '2017-04-01', ended_on: '2017-04-30' }
  expect(await stable(short, again, next('2017-05-01'))).toBe('true')
  expect(await stable(short, again, next('2017-05-02'))).toBe('false')
})

test('a spell inside another does not cut it short', async () => {
  const inside = { started_on: '2017-02-01', ended_on: '2017-02-10' }
  const whole = { ...first, ended_on: '2017-05-31' }
  expect(await stable(whole, inside, { started_on: '2017-06-01' })).toBe('true')
  expect(await stable({ ...first, ended_on: '2017-01-31' }, first)).toBe('true')
})

test('one begun before the training ended lengthens nothing', async () => {
  const before = { started_on: '2016-12-15', ended_on: '2018-12-31' }
  expect(await stable(before, { ...first, ended_on: '2017-01-31' })).toBe('false')
})

test('two trainings that lead to one spell count it once, for the one completed last', async () => {
  const later = { person: 'a', started_on: '2016-12-02', ended_on: '2016-12-31' }
  const rows = [
    { ...training, ended_on: '2016-12-20', institution_code: 'T1' },
    { ...later, institution_code: 'T2' },
  ]
  expect(await spells([first], rows, 'institution_code, is_stable')).toEqual(['T2 true'])
})

test('a training begun at work converts nothing', async () => {
  const atWork = { started_on: '2016-01-01', ended_on: '2016-12-01' }
  expect(await spells([atWork, first])).toEqual([])
})

test('its form is that of the spell that ends first of those that start on its day', async () => {
  const rows = [
    { ...first, employment_form: '灵活就业' },
    { ...first, employment_form: '公益性岗位就业', ended_on: '2017-12-31' },
  ]
  expect(await spells(rows, undefined, 'employment_form, household')).toEqual([
    '公益性岗位就业 城镇',
  ])
})
