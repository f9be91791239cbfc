import { beforeAll, describe, expect, it } from 'vitest'
import type { TFunction } from 'i18next'
import {
  formatCompact,
  formatCompletion,
  formatDay,
  formatDays,
  formatNumber,
  formatQuarter,
  formatRate,
  formatTargetRate,
  formatValue,
  missingWords,
} from '../../web/format.ts'
import { translator } from './support.ts'

let zh: TFunction
let en: TFunction
beforeAll(async () => {
  zh = await translator('zh-CN')
  en = await translator('en')
})

describe('numbers', () => {
  it('are grouped, and keep a decimal only where they are small', () => {
    expect(formatNumber('zh-CN', 12345)).toBe('12,345')
    expect(formatNumber('zh-CN', 9983.58)).toBe('9,984')
    expect(formatNumber('zh-CN', 5.49)).toBe('5.5')
    expect(formatNumber('zh-CN', 0)).toBe('0')
  })

  it('are short in tight places from ten thousand on, in each language its own way', () => {
    expect(formatCompact('zh-CN', 9984)).toBe('9,984')
    expect(formatCompact('zh-CN', 53461)).toBe('5.3 万')
    expect(formatCompact('zh-CN', 120_000_000)).toBe('1.2 亿')
    expect(formatCompact('en', 53461)).toBe('53.5K')
  })

  it('carry their unit', () => {
    expect(formatValue(zh, 'zh-CN', 'persons', 12345)).toBe('12,345 人')
    expect(formatValue(en, 'en', 'persons', 1)).toBe('1 person')
    expect(formatValue(zh, 'zh-CN', 'percent', 0.9634)).toBe('96.34%')
  })
})

describe('rates', () => {
  it('have two decimals, half up', () => {
    expect(formatRate(0.52285)).toBe('52.29%')
    expect(formatRate(0.005)).toBe('0.50%')
    expect(formatRate(1.3705)).toBe('137.05%')
  })

  it('show 100.00 only when it is reached', () => {
    expect(formatRate(0.99999)).toBe('99.99%')
    expect(formatRate(1)).toBe('100.00%')
  })

  it('of the server are shown as they come, targets without empty decimals', () => {
    expect(formatCompletion(99.99)).toBe('99.99%')
    expect(formatTargetRate('zh-CN', 1)).toBe('100%')
    expect(formatTargetRate('zh-CN', 0.655)).toBe('65.5%')
  })
})

describe('what is not there', () => {
  it('has four different texts, and none of them looks like zero', () => {
    for (const [t, language] of [
      [zh, 'zh-CN'],
      [en, 'en'],
    ] as const) {
      const reasons = ['no_data', 'not_applicable', 'suppressed', 'no_permission'] as const
      const words = reasons.map((reason) => missingWords(t, reason))
      const zero = formatValue(t, language, 'persons', 0)
      expect(new Set([...words, zero]).size).toBe(5)
      for (const text of words) expect(text).not.toMatch(/\d|missing\./)
    }
  })
})

describe('dates and days', () => {
  it('are read as each language reads them', () => {
    expect(formatDay(zh, '2018-06-30')).toBe('2018 年 6 月 30 日')
    expect(formatDay(en, '2018-06-30')).toBe('30 June 2018')
    expect(formatQuarter(zh, '2018Q2')).toBe('2018 年第 2 季度')
    expect(formatQuarter(en, '2018Q2')).toBe('Quarter 2, 2018')
  })

  it('say ahead, behind or even', () => {
    expect(formatDays(zh, 43)).toBe('提前 43 天')
    expect(formatDays(zh, -201)).toBe('落后 201 天')
    expect(formatDays(zh, 0)).toBe('与序时持平')
    expect(formatDays(en, -1)).toBe('1 day behind')
  })
})
