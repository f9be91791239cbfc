import { beforeAll, describe, expect, it } from 'vitest'
import type { TFunction } from 'i18next'
import type { Progress, ProgressRow } from '../../../web/api.ts'
import {
  lastYearSentence,
  stateSentence,
  worstRows,
  worstSentence,
  worstUnits,
} from '../../../web/overview/summary.ts'
import { indicator, progressRow, translator } from '../support.ts'

let t: TFunction
let en: TFunction
beforeAll(async () => {
  t = await translator('zh-CN')
  en = await translator('en')
})

function progress(rows: ProgressRow[], statusCounts: Record<string, number>): Progress {
  const elapsed = { startsOn: '', endsOn: null, days: 0, daysTotal: null, share: null }
  return { snapshot: 's', asOf: '2018-06-30', elapsed, statusCounts, rows }
}

const counts = { met: 1, on_pace: 3, watch: 1, behind: 1, overdue: 1, no_data: 0, none: 2 }

describe('the sentence about the whole', () => {
  it('counts what is on pace among what can be judged, and names the rest', () => {
    expect(stateSentence(t, progress([], counts))).toBe(
      '7 项指标中 4 项达到序时进度，1 项需要关注，1 项滞后，1 项逾期。',
    )
    expect(stateSentence(en, progress([], counts))).toBe(
      '4 of 7 indicators are on pace, 1 to watch, 1 behind, 1 overdue.',
    )
  })

  it('says so where nothing can be judged', () => {
    expect(stateSentence(t, progress([], { none: 1 }))).toContain('没有可以判定')
  })

  it('names the indicator with the lowest pace among those that lag', () => {
    const rows = [
      progressRow({ indicator: 'A1', status: 'no_data', pace: null }),
      progressRow({ indicator: 'A2', status: 'watch', pace: 0.95 }),
      progressRow({ indicator: 'A3', status: 'behind', pace: 0.8, days: -146 }),
    ]
    const known = [indicator({ code: 'A3', name: { zh: '实用技术', en: 'Practical' } })]
    expect(worstSentence(t, 'zh-CN', progress(rows, counts), known)).toBe(
      '差距最大的是“实用技术”，完成率 52.28%，落后 146 天。',
    )
    expect(worstSentence(t, 'zh-CN', progress([progressRow()], counts), known)).toBe('')
  })

  it('names where it lags most, the worst first', () => {
    const units = worstUnits(
      [
        progressRow({ regionName: '甲', pace: 0.8, status: 'behind' }),
        progressRow({ regionName: '乙', pace: 0.5, status: 'behind' }),
        progressRow({ regionName: '丙', pace: 1.2 }),
        progressRow({ regionName: '丁', pace: null, status: 'no_data' }),
      ],
      3,
    )
    expect(units.named.map((unit) => unit.regionName)).toEqual(['乙', '甲'])
  })

  it('names every indicator that lags as much as the worst, and counts them where they are many', () => {
    const codes = ['A1', 'A2', 'A3', 'A4', 'A5']
    const known = codes.map((code) => indicator({ code, name: { zh: code, en: code } }))
    const tied = (count: number) =>
      codes
        .slice(0, count)
        .map((code) => progressRow({ indicator: code, status: 'behind', pace: 0 }))
    const said = (count: number) => worstSentence(t, 'zh-CN', progress(tied(count), counts), known)
    expect(said(2)).toBe('差距最大的是“A1”和“A2”。')
    expect(said(5)).toBe('差距最大的有 5 项指标，进度比相同。')
  })

  it('takes the worst rows in the order of their pace', () => {
    const rows = [0.95, 0.2, 0.8].map((pace) =>
      progressRow({ indicator: `A${pace}`, status: 'behind', pace }),
    )
    expect(worstRows(rows, 2).map((row) => row.pace)).toEqual([0.2, 0.8])
  })

  it('says what got worse than last year, each in its own direction', () => {
    const about = { comparedWith: 'last_year' } as const
    const known = [
      indicator({ ...about, code: 'L1' }),
      indicator({ ...about, code: 'L2', name: { zh: '奖补', en: 'Awards' } }),
      indicator({ ...about, code: 'L3', direction: 'down' }),
      indicator({ code: 'A1' }),
    ]
    const rows = [
      progressRow({ indicator: 'L1', completionPercent: 110.53 }),
      progressRow({ indicator: 'L2', completionPercent: 93.85 }),
      progressRow({ indicator: 'L3', completionPercent: 80 }),
      progressRow({ indicator: 'A1', completionPercent: 10 }),
    ]
    expect(lastYearSentence(t, 'zh-CN', rows, known)).toBe(
      '与上年同期可比的 3 项中，1 项变差：“奖补”。',
    )
    expect(lastYearSentence(t, 'zh-CN', rows.slice(0, 1), known)).toContain('没有一项变差')
    expect(lastYearSentence(t, 'zh-CN', [], known)).toBe('')
  })
})
