import { describe, expect, it } from 'vitest'
import { cleaned, dateFrom, numberFrom } from './cells.ts'
import { yearBefore } from './days.ts'
import { isCertificate, isCreditCode, personOf, sexIn } from './numbers-of-people.ts'
import { compareNames } from './order.ts'
import { Regions } from './regions.ts'
import { daysAhead, expectedOn } from './targets.ts'

describe('the reference against what the documents state', () => {
  it('takes the standard’s own example numbers, and no other check character', () => {
    expect(isCertificate('11010519491231002X43')).toBe(true)
    expect(isCertificate('44052418800101001443B1')).toBe(true)
    expect(isCertificate('44052418800101001543')).toBe(false)
    expect(isCertificate('11010519491231002X83')).toBe(false)
    expect(sexIn('11010519491231002X43')).toBe('女')
    expect(personOf('11010519491231002X43B1')).toBe('11010519491231002X')
    expect(isCreditCode('91350100M000100Y43')).toBe(true)
    expect(isCreditCode('91350100M000100Y44')).toBe(false)
  })

  it('reads every form of a day and of a number, and nothing else', () => {
    const forms = ['2018-06-03', '20180603', '2018/6/3', '2018年6月3日', '2018-6-3 00:00:00']
    expect(forms.map(dateFrom)).toEqual(forms.map(() => '2018-06-03'))
    expect(['2018-02-29', '2018-06', '43254', '2018-06-03 08:00:00'].map(dateFrom)).toEqual(
      [1, 2, 3, 4].map(() => null),
    )
    expect(numberFrom(cleaned('　１，２３４．５ ') ?? '')).toBe(1234.5)
    expect(numberFrom('1,23')).toBeNull()
    expect(['-', '/', ' 无 ', ''].map(cleaned)).toEqual([1, 2, 3, 4].map(() => null))
  })

  it('orders file names as a person would', () => {
    const names = ['training-10', 'training', 'training-02']
    expect(names.sort(compareNames)).toEqual(['training', 'training-02', 'training-10'])
  })

  it('sets 29 February against the 28th', () => {
    expect(yearBefore('2020-02-29')).toBe('2019-02-28')
    expect(yearBefore('2020-03-01')).toBe('2019-03-01')
  })

  it('lands codes by the day, and knows what lies above them', () => {
    const regions = new Regions()
    expect(regions.leafOf('330000', '330185', '2017-07-17')).toBe('330185')
    expect(regions.leafOf('330000', '330185', '2017-07-18')).toBe('330112')
    expect(regions.leafOf('660000', '650102', '2017-07-18')).toBe('660000-self')
    expect(regions.withAbove('441900-self', '2018-06-30')).toEqual([
      '441900-self',
      '441900',
      '440000',
      '000000',
    ])
    expect(regions.withAbove('429004', '2018-06-30')).toEqual([
      '429004',
      '429000',
      '420000',
      '000000',
    ])
    expect(regions.withAbove('110101', '2018-06-30')).toEqual(['110101', '110000', '000000'])
  })

  it('draws the expected line through the ends of the years given', () => {
    const points = [
      { day: '2015-12-31', value: 0 },
      { day: '2016-12-31', value: 100 },
      { day: '2020-12-31', value: 1000 },
    ]
    const line = { target: 1000, deadline: '2020-12-31', points }
    expect(expectedOn(line, '2015-12-31')).toBe(0)
    expect(expectedOn(line, '2016-07-01')).toBeCloseTo((100 * 183) / 366, 9)
    expect(expectedOn(line, '2016-12-31')).toBe(100)
    expect(expectedOn(line, '2022-01-01')).toBe(1000)
    expect(daysAhead(line, 100, '2016-12-21')).toBe(10)
    expect(daysAhead(line, 1001, '2016-12-21')).toBeNull()
  })
})
