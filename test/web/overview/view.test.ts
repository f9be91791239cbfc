import { describe, expect, it } from 'vitest'
import type { Region } from '../../../web/api.ts'
import { quarterEnds } from '../../../web/overview/quarters.ts'
import { listedUnits } from '../../../web/overview/scene.ts'
import { readView, viewAddress } from '../../../web/view.ts'

describe('the address', () => {
  it('keeps the whole view and gives it back', () => {
    const view = { plan: '13-5', region: '440000-self', indicator: 'A1', asOf: '2018-03-31' }
    const address = viewAddress(view)
    expect(address).toBe('/?plan=13-5&region=440000-self&indicator=A1&asOf=2018-03-31')
    expect(readView(new URLSearchParams(address.slice(2)))).toEqual(view)
  })

  it('keeps the statuses that the list is narrowed to', () => {
    const view = { plan: null, region: null, indicator: null, asOf: null, status: 'behind.overdue' }
    expect(viewAddress(view)).toBe('/?status=behind.overdue')
    expect(readView(new URLSearchParams('status=behind.overdue'))).toEqual(view)
  })

  it('leaves out what was not chosen', () => {
    const none = { plan: null, region: '000000', indicator: null, asOf: null }
    expect(viewAddress(none)).toBe('/?region=000000')
    expect(readView(new URLSearchParams(''))).toEqual({ ...none, region: null })
  })
})

describe('the quarters to choose from', () => {
  it('run from the data back to the start of the plan', () => {
    const ends = quarterEnds('2016-01-01', '2018-06-30')
    expect(ends).toHaveLength(10)
    expect(ends[0]).toEqual({ day: '2018-06-30', quarter: '2018Q2' })
    expect(ends.at(-1)).toEqual({ day: '2016-03-31', quarter: '2016Q1' })
  })

  it('are at least the one of the data, before a plan begins', () => {
    expect(quarterEnds('2020-01-01', '2018-06-30')).toEqual([
      { day: '2018-06-30', quarter: '2018Q2' },
    ])
  })
})

describe('the units listed', () => {
  const path: Region['path'] = [
    { code: '000000', name: '全国', level: 'nation' },
    { code: '440000', name: '广东省', level: 'province' },
    { code: '440100', name: '广州市', level: 'prefecture' },
    { code: '440103', name: '荔湾区', level: 'county' },
  ]

  it('are those below the region, or its siblings at the end of the tree', () => {
    const region = { code: '440000', name: '广东省', level: 'province' } as const
    const above: Region = {
      ...region,
      path: path.slice(0, 2),
      childLevel: 'prefecture',
      access: 'granted',
    }
    expect(listedUnits(above)).toEqual({ region: '440000', level: 'prefecture' })
    const leaf: Region = {
      code: '440103',
      name: '荔湾区',
      level: 'county',
      path,
      childLevel: null,
      access: 'granted',
    }
    expect(listedUnits(leaf)).toEqual({ region: '440100', level: 'county' })
  })
})
