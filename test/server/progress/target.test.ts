import { expect, test } from 'vitest'
import { expectedOn } from '../../../server/progress/expected.ts'
import { hasYearGap, targetsOf, type TargetRow } from '../../../server/progress/target.ts'
import { indicator } from './catalogue.ts'

const national = (value: number, year: number | null = null): TargetRow => ({
  setBy: 'national',
  year,
  value,
})
const own = (value: number, year: number | null = null): TargetRow => ({
  setBy: 'own',
  year,
  value,
})
const of = (code: string, rows: TargetRow[], year: number | null = null) =>
  targetsOf(indicator(code), false, rows, year)

test('the plan’s count is the nation’s alone, its ratio is everybody’s', () => {
  expect(targetsOf(indicator('A1'), true, []).inForce).toMatchObject({
    value: 1_000_000,
    setBy: 'plan',
  })
  expect(of('A1', []).inForce).toBeNull()
  expect(of('B4', []).inForce).toMatchObject({ value: 1, setBy: 'plan' })
  expect(of('C1', []).inForce?.value).toBe(0.6)
})

test('rows for the nation take the place of the plan’s number', () => {
  expect(targetsOf(indicator('A1'), true, [national(20_000)]).inForce).toMatchObject({
    value: 20_000,
    setBy: 'national',
  })
})

test('own where at least the national one, otherwise national; both are kept', () => {
  expect(of('A1', [national(100), own(120)])).toMatchObject({
    inForce: { value: 120, setBy: 'own' },
    national: { value: 100 },
  })
  expect(of('A1', [national(100), own(80)])).toMatchObject({
    inForce: { value: 100, setBy: 'national' },
    own: { value: 80 },
  })
  expect(of('A1', [national(100), own(100)]).inForce?.setBy).toBe('own')
  expect(of('A1', [own(80)]).inForce?.value).toBe(80)
  expect(of('C1', [own(0.65)]).inForce).toMatchObject({ value: 0.65, setBy: 'own' })
  expect(of('C1', [own(0.5)]).inForce).toMatchObject({ value: 0.6, setBy: 'plan' })
})

test('down: the own one where it is at most the national one', () => {
  const down = { ...indicator('A1'), direction: 'down' as const }
  expect(targetsOf(down, false, [national(10), own(5)]).inForce?.value).toBe(5)
  expect(targetsOf(down, false, [national(10), own(15)]).inForce?.value).toBe(10)
})

test('without a whole value the years given so far are summed, to the end of the last', () => {
  const { inForce } = of('A1', [own(100, 2016), own(150, 2017)])
  expect(inForce).toMatchObject({ value: 250, through: 2017, deadline: '2017-12-31' })
})

test('with a whole value the line passes through the year ends to the deadline', () => {
  const { inForce } = of('A1', [own(1000), own(100, 2016), own(150, 2017)])
  expect(inForce).toMatchObject({ value: 1000, through: null, deadline: '2020-12-31' })
  expect(expectedOn(inForce?.path ?? [], '2016-12-31')).toBe(100)
  expect(expectedOn(inForce?.path ?? [], '2017-12-31')).toBe(250)
  expect(expectedOn(inForce?.path ?? [], '2020-12-31')).toBe(1000)
})

test('years after a gap are left out, and that is said', () => {
  const rows = [own(100, 2016), own(200, 2018)]
  expect(of('A1', rows).inForce).toMatchObject({ value: 100, through: 2016 })
  expect(hasYearGap(indicator('A1'), rows)).toBe(true)
  expect(hasYearGap(indicator('A1'), [own(100, 2016), own(200, 2017)])).toBe(false)
})

test('a rate’s yearly target is that year’s', () => {
  const rows = [own(0.7, 2017), own(0.62)]
  expect(of('C1', rows, 2017).inForce?.value).toBe(0.7)
  expect(of('C1', rows, 2018).inForce?.value).toBe(0.62)
})

test('M6 runs from 1 January to 31 December of the year shown, its years are not added up', () => {
  const found = of('M6', [], 2017).inForce
  expect(found).toMatchObject({ value: 1, setBy: 'plan', deadline: '2017-12-31' })
  expect(expectedOn(found?.path ?? [], '2017-01-01')).toBe(1 / 365)
  expect(expectedOn(found?.path ?? [], '2016-12-31')).toBe(0)
  expect(expectedOn(found?.path ?? [], '2017-12-31')).toBe(1)
  const yearly = [own(1, 2016), own(1, 2018)]
  expect(of('M6', yearly, 2018).own?.value).toBe(1)
  expect(hasYearGap(indicator('M6'), yearly)).toBe(false)
})

test('a yearly row of a rate holds for its year, the whole one for the others', () => {
  const rows = [own(0.7), own(0.9, 2018)]
  expect(of('C4', rows, 2018).own?.value).toBe(0.9)
  expect(of('C2', rows, 2017).own?.value).toBe(0.7)
})
