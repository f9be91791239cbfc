import { describe, expect, it } from 'vitest'
import {
  absenceOf,
  againstYearBefore,
  filterKey,
  groupAbsent,
  groupLines,
  linesOf,
  splitLines,
} from '../../../web/bullet/bullet-groups.ts'
import { indicator, progressRow } from '../support.ts'

const gone = { actual: null, status: null, reason: 'not_applicable' } as const

describe('the lines of the list', () => {
  it('stand under the document’s headings, in its order, without those that do not exist here', () => {
    const measures = { zh: '主要措施', en: 'Measures' }
    const known = [
      indicator({ code: 'B1', group: measures }),
      indicator({ code: 'A1' }),
      indicator({ code: 'B2', group: measures }),
      indicator({ code: 'B3', group: measures }),
    ]
    const rows = [
      progressRow({ indicator: 'A1' }),
      progressRow({ indicator: 'B2' }),
      progressRow({ indicator: 'B1' }),
      progressRow({ indicator: 'B3', ...gone }),
    ]
    const { shown, absent } = splitLines(linesOf(known, rows))
    const codes = groupLines(shown).map(({ name, lines }) => [
      name.zh,
      ...lines.map((line) => line.indicator.code),
    ])
    expect(codes).toEqual([
      ['主要措施', 'B1', 'B2'],
      ['任务目标', 'A1'],
    ])
    expect(absent.map((line) => line.indicator.code)).toEqual(['B3'])
  })

  it('say why an indicator does not exist here', () => {
    const provincial = indicator({ levels: ['nation', 'province'] })
    const scoped = indicator({ scope: { groups: ['中部'] } })
    const row = progressRow({ ...gone, target: null })
    expect(absenceOf({ indicator: provincial, row }, 'county')).toBe('province')
    expect(absenceOf({ indicator: scoped, row }, 'county')).toBe('scope')
    expect(absenceOf({ indicator: indicator(), row }, 'county')).toBe('nobody')
    const early = progressRow({ ...gone, flags: ['before_plan'] })
    expect(absenceOf({ indicator: indicator(), row: early }, 'county')).toBe('early')
    const found = groupAbsent(
      [provincial, scoped, provincial].map((known) => ({ indicator: known, row })),
      'county',
    )
    expect(found.map(([why, lines]) => [why, lines.length])).toEqual([
      ['province', 2],
      ['scope', 1],
    ])
  })

  it('are filtered by status, or by having none', () => {
    expect(filterKey(progressRow({ status: 'behind' }))).toBe('behind')
    expect(filterKey(progressRow({ status: null }))).toBe('none')
  })

  it('stand against the year before only where there is no target', () => {
    const before = progressRow({ actual: 9000 })
    const open = { indicator: indicator(), row: progressRow({ target: null }) }
    const compared = againstYearBefore(open, before)
    expect(compared.row.target).toBe(9000)
    expect(compared.indicator.comparedWith).toBe('last_year')
    expect(againstYearBefore(open, undefined)).toBe(open)
    expect(againstYearBefore(open, progressRow({ actual: null }))).toBe(open)
    const set = { indicator: indicator(), row: progressRow() }
    expect(againstYearBefore(set, before)).toBe(set)
  })
})
