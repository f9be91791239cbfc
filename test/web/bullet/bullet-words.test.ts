import { beforeAll, describe, expect, it } from 'vitest'
import type { TFunction } from 'i18next'
import {
  actualWords,
  bulletWords,
  daysWords,
  noteWords,
  ratioWords,
  reportedWords,
} from '../../../web/bullet/bullet-words.ts'
import { statusWords } from '../../../web/status/status-words.ts'
import { indicator, progressRow, translator } from '../support.ts'

let t: TFunction
beforeAll(async () => {
  t = await translator('zh-CN')
})

/** 1.3.3: what shape, colour and place tell is told in words too. */
describe('the words of a bullet', () => {
  it('say everything that is drawn', () => {
    const forecast = { low: 18800, mid: 20600, high: 22400, probability: 0.66 }
    expect(bulletWords(t, 'zh-CN', progressRow({ forecast }), indicator())).toBe(
      '培训人数：实际 10,456 人，目标 20,000 人，完成率 52.28%，序时应达 9,984 人，状态 正常，提前 43 天，预测到期 20,600 人（80% 区间 18,800 人 至 22,400 人），达标概率 66.00%',
    )
  })

  it('name each kind of nothing, in the figure and in the status', () => {
    const missing = { actual: null, status: null, completionPercent: null }
    for (const [reason, words] of [
      ['not_applicable', '不适用'],
      ['suppressed', '已隐藏'],
      ['no_permission', '无权限'],
    ] as const) {
      const row = progressRow({ ...missing, reason })
      expect(actualWords(t, 'zh-CN', row, indicator())).toBe(words)
      expect(statusWords(t, row)).toBe(words)
    }
    const silent = progressRow({ ...missing, reason: 'no_data', status: 'no_data' })
    expect(actualWords(t, 'zh-CN', silent, indicator())).toBe('未报送')
    expect(statusWords(t, silent)).toBe('无数据')
    expect(actualWords(t, 'zh-CN', progressRow({ actual: 0 }), indicator())).toBe('0 人')
  })

  it('tell a row that is not judged from one that has no target', () => {
    expect(statusWords(t, progressRow({ status: null }))).toBe('不判定')
    expect(statusWords(t, progressRow({ status: null, target: null }))).toBe('无目标')
  })

  it('call the target of a trend what it is', () => {
    const row = progressRow({ expected: 20000 })
    const words = bulletWords(
      t,
      'zh-CN',
      row,
      indicator({ kind: 'trend', comparedWith: 'last_year' }),
    )
    expect(words).toContain('上年同期 20,000 人')
    expect(words).not.toContain('序时应达')
  })

  it('give the counts behind a ratio', () => {
    const row = progressRow({ actual: 0.9634, numerator: 927, denominator: 962 })
    expect(ratioWords(t, 'zh-CN', row)).toBe('927 / 962')
    expect(ratioWords(t, 'zh-CN', progressRow())).toBe('')
  })

  it('say whose target it is, until when, and how firm the figure is', () => {
    const row = progressRow({
      ownTarget: 22000,
      target: 22000,
      targetThrough: 2018,
      flags: ['provisional', 'interpretation', 'before_plan', 'demonstration_scaled'],
    })
    const notes = noteWords(t, 'zh-CN', row, indicator())
    expect(notes).toContain('目标为本地自定；国家下达 20,000 人')
    expect(notes).toContain('目标为到 2018 年底的累计任务')
    expect(notes).toContain('暂定数')
    expect(notes).toContain('目标为本系统的解读，文件没有给出数字')
    expect(notes).toHaveLength(4)
  })

  it('say what was reached on the deadline itself', () => {
    const atDeadline = { day: '2017-12-31', actual: 0.941 }
    const notes = noteWords(t, 'zh-CN', progressRow({ atDeadline }), indicator({ unit: 'percent' }))
    expect(notes).toEqual(['到期日（2017 年 12 月 31 日）为 94.10%'])
  })

  it('say days only where progress is judged and not yet made', () => {
    expect(daysWords(t, progressRow())).toBe('提前 43 天')
    expect(daysWords(t, progressRow({ status: 'met', days: -181 }))).toBe('')
    expect(daysWords(t, progressRow({ status: null }))).toBe('')
  })

  it('count who has reported, where that is known', () => {
    expect(reportedWords(t, progressRow({ unitsReported: 30, unitsDue: 32 }))).toBe('已报 30/32')
    expect(reportedWords(t, progressRow({ unitsReported: null }))).toBe('')
  })
})
