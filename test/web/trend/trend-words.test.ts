import { beforeAll, describe, expect, it } from 'vitest'
import type { TFunction } from 'i18next'
import {
  direction,
  knownPoints,
  missingQuarters,
  trendModel,
} from '../../../web/trend/trend-model.ts'
import { pointWords, trendSentence } from '../../../web/trend/trend-words.ts'
import { indicator, seriesOf, seriesRow, translator } from '../support.ts'

let t: TFunction
beforeAll(async () => {
  t = await translator('zh-CN')
})

const rows = [
  seriesRow('2016Q1', { actual: 820, expected: 996.2, target: 20000 }),
  seriesRow('2016Q2'),
  seriesRow('2016Q3', { actual: 2400 }),
  seriesRow('2016Q4', { forecast: { low: 2900, mid: 3100, high: 3300 } }),
]

describe('the trend', () => {
  it('leaves gaps as gaps', () => {
    expect(trendModel(rows).actual).toEqual([820, null, 2400, null])
    expect(missingQuarters(rows, '2016-09-30')).toEqual(['2016Q2'])
  })

  it('compares with the same quarter of the year before', () => {
    const points = (values: Record<string, number>) =>
      knownPoints(Object.entries(values).map(([quarter, actual]) => seriesRow(quarter, { actual })))
    expect(direction(points({ '2016Q1': 1, '2016Q4': 5, '2017Q1': 2 }))).toBe('rising')
    expect(direction(points({ '2016Q1': 9, '2016Q2': 4, '2017Q2': 4 }))).toBe('level')
    expect(direction(points({ '2016Q2': 4, '2017Q2': 3 }))).toBe('falling')
    expect(direction(points({ '2016Q1': 4, '2017Q2': 3 }))).toBeNull()
  })

  it('is told in words: extremes, what is missing, what is forecast', () => {
    expect(trendSentence(t, 'zh-CN', seriesOf(rows), indicator())).toBe(
      '最高 2,400 人（2016 年第 3 季度），最低 820 人（2016 年第 1 季度）。缺 1 个季度：2016 年第 2 季度。预测 2016 年第 4 季度为 3,100 人，80% 区间 2,900 人 至 3,300 人。',
    )
  })

  it('names every quarter that has the extreme, and counts them where they are many', () => {
    const words = (values: number[]) => {
      const known = values.map((actual, at) =>
        seriesRow(`${2016 + Math.floor(at / 4)}Q${(at % 4) + 1}`, { actual }),
      )
      return trendSentence(t, 'zh-CN', seriesOf(known), indicator())
    }
    expect(words([0, 3, 0])).toContain(
      '最高 3 人（2016 年第 2 季度），最低 0 人（2016 年第 1 季度和2016 年第 3 季度）',
    )
    expect(words([0, 3, 0, 0, 0, 0])).toContain('最低 0 人（5 个季度）')
  })

  it('says why there is nothing to draw', () => {
    for (const [reason, words] of [
      ['not_applicable', '不适用'],
      ['suppressed', '已隐藏'],
    ] as const) {
      const empty = seriesOf([seriesRow('2016Q1')], { reason })
      expect(trendSentence(t, 'zh-CN', empty, indicator())).toContain(words)
    }
  })

  it('says each point, and that what is yet to come is not a missing report', () => {
    const series = seriesOf(rows)
    const words = rows.map((row) => pointWords(t, 'zh-CN', row, series, indicator()))
    expect(words[0]).toBe('2016 年第 1 季度：实际 820 人，序时应达 996 人，目标 20,000 人')
    expect(words[1]).toContain('未报送')
    expect(words[3]).toContain('尚未到期')
  })
})
